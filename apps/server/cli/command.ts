import type { ParseArgsConfig } from 'node:util'
import type { Config } from '#platform/config/config.ts'

export interface Invocation {
  config: Config
  values: Record<string, string | boolean | undefined>
  /** Words without a dash, in order. */
  words: string[]
  /** Result lines, on standard output. */
  say: (line: string) => void
  /** Progress lines, on standard error. */
  progress: (line: string) => void
}

export interface Command {
  /** One line for the list of commands. */
  summary: string
  /** What `--help` shows: usage, options, an example. */
  help: string
  options?: ParseArgsConfig['options']
  /** Gives the exit code. */
  run(invocation: Invocation): Promise<number>
}
