import { type ChildProcess, spawn } from 'node:child_process'
import type { RunAs } from './run-as.ts'

/** Starts a PostgreSQL program in its own session, so that Ctrl-C reaches Linli first and the database last. */
export function launch(
  command: string,
  args: string[],
  user: RunAs | undefined,
  stderr: 'pipe' | number,
): ChildProcess {
  const words = [...(user?.wrap ?? []), command, ...args]
  const identity = user && user.wrap.length === 0 ? { uid: user.uid, gid: user.gid } : {}
  return spawn(words[0]!, words.slice(1), {
    ...identity,
    detached: true,
    stdio: ['ignore', 'ignore', stderr],
    env: { PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC' },
  })
}

/** Runs a program to its end; gives what it complained of when it failed. */
export function complete(child: ChildProcess): Promise<{ ok: boolean; errors: string }> {
  return new Promise((resolve) => {
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk
    })
    child.once('error', (error) => resolve({ ok: false, errors: error.message }))
    child.once('close', (code) => resolve({ ok: code === 0, errors }))
  })
}
