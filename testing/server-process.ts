import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '#apps/server/postgres/run-postgres.ts'
import { type TestDatabase, TREE } from './database.ts'

export interface ServerProcess {
  pid: number
  port: number
  url: string
  /** Resolves when the process is gone, wanted or not. */
  exited: Promise<void>
  output(): string
  stop(): Promise<void>
}

export interface ServerProcessOptions {
  role: 'web' | 'worker'
  database: TestDatabase
  keysFolder: string
  dataFolder: string
  port?: number
  publicUrl?: string
}

/** A real web or worker process on a test database, started as an operator would start it. */
export async function spawnServer(options: ServerProcessOptions): Promise<ServerProcess> {
  const port = options.port ?? (await freePort())
  const { urls } = options.database
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/server/main.ts'], {
    cwd: TREE,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      LINLI_ROLE: options.role,
      PORT: String(port),
      LINLI_DATA: options.dataFolder,
      LINLI_KEYS: options.keysFolder,
      LINLI_PUBLIC_URL: options.publicUrl ?? `http://127.0.0.1:${port}`,
      LINLI_WEB_DATABASE_URL: urls.web,
      LINLI_WORKER_DATABASE_URL: urls.worker,
      LINLI_AUTH_DATABASE_URL: urls.auth,
      LINLI_JOBS_DATABASE_URL: urls.jobs,
      LINLI_LOG: 'error',
    },
  })
  const output = collect(child)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const server: ServerProcess = {
    pid: child.pid!,
    port,
    url: `http://127.0.0.1:${port}`,
    exited,
    output,
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
  await untilReady(server, child)
  return server
}

function collect(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-20_000)
    })
  }
  return () => text
}

async function untilReady(server: ServerProcess, child: ChildProcess): Promise<void> {
  for (let turn = 0; turn < 600; turn++) {
    if (child.exitCode !== null) throw new Error(`the server ended by itself: ${server.output()}`)
    const ready = await fetch(`${server.url}/health/ready`).then(
      (reply) => reply.ok,
      () => false,
    )
    if (ready) return
    await sleep(100)
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not become ready: ${server.output()}`)
}
