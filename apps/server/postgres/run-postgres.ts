import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { postgresBinaries } from './binaries.ts'
import { readPostmaster } from './postmaster.ts'
import { launch } from './process.ts'
import { runAs } from './run-as.ts'

export interface RunningPostgres {
  port: number
  pid: number
  /** Resolves when the server has ended, wanted or not. */
  exited: Promise<void>
  stop(): Promise<void>
}

export interface StartOptions {
  folder: string
  logFile: string
  port?: number
  settings?: Record<string, string | number>
}

/** Starts the server on loopback only and waits until it takes connections, recovery after a crash included. */
export async function runPostgres({ folder, logFile, port, settings }: StartOptions): Promise<RunningPostgres> {
  const { postgres } = await postgresBinaries()
  const chosen = port ?? (await freePort())
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: chosen, timezone: 'UTC', ...settings }
  const args = ['-D', folder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const user = await runAs([folder, postgres])
  const log = openSync(logFile, 'a', 0o600)
  const child = launch(postgres, args, user, log)
  closeSync(log)
  let ended = false
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      ended = true
      resolve()
    }
    child.once('exit', end).once('error', end)
  })
  while (!ended) {
    const state = await readPostmaster(folder)
    if (state?.pid === child.pid && state?.status === 'ready') break
    await Promise.race([exited, sleep(25)])
  }
  if (ended) throw new Error(await lastFatal(logFile))
  return {
    port: chosen,
    pid: child.pid!,
    exited,
    // SIGINT is PostgreSQL's fast shutdown: running statements end, everything committed is on disk.
    async stop() {
      if (!ended) child.kill('SIGINT')
      await exited
    },
  }
}

async function lastFatal(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8')).trim().split('\n')
  return (
    lines.filter((line) => /(FATAL|PANIC|postgres|error):/.test(line)).at(-1) ?? lines.at(-1) ?? 'no reason was given'
  )
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
