import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { TREE } from './database.ts'

export interface StartedLinli {
  child: ChildProcess
  /** All that it wrote so far. */
  output(): string
  /** Resolves with the line that says it is ready; rejects when it ends before. */
  ready: Promise<void>
  exit: Promise<number | null>
}

/** The server as an operator starts it, in a process of its own. Its settings are exactly the given ones. */
export function startLinli(env: Record<string, string>, args: string[] = ['scripts/start.mjs']): StartedLinli {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(LINLI_|DATABASE_URL|PORT$)/.test(name)),
  )
  const child = spawn(process.execPath, args, {
    cwd: TREE,
    env: { ...clean, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ready = Promise.withResolvers<void>()
  ready.promise.catch(() => undefined)
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk
      if (output.includes('/ ready:')) ready.resolve()
    })
  }
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      ready.reject(new Error(`Linli ended with ${code}: ${output}`))
      resolve(code)
    })
  })
  return { child, output: () => output, ready: ready.promise, exit }
}

export function linliCommand(env: Record<string, string>, ...words: string[]): StartedLinli {
  return startLinli(env, [path.join('scripts', 'start.mjs'), 'linli', ...words])
}
