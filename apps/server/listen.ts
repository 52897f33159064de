import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { StartProblem } from '#platform/config/start-problem.ts'

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

export interface Listener {
  /** From now on requests reach the application. */
  open(fetch: Fetch): void
  close(): Promise<void>
}

/** How long a request under way may take to finish when the server stops. */
const DRAIN = 8_000

/** Takes the port before anything else, so that a taken one is known at once; until `open` it answers "starting". */
export async function listen(host: string, port: number): Promise<Listener> {
  let current: Fetch = starting
  const server = serve({ fetch: (request, env) => current(request, env), hostname: host, port }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
  })
  return {
    open(fetch) {
      current = fetch
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      // Streams of live updates have no end of their own; whoever watches reconnects to another process.
      await Promise.race([closed, sleep(DRAIN, undefined, { ref: false })])
      server.closeAllConnections()
      await closed
    },
  }
}

function starting(request: Request): Response {
  const live = new URL(request.url).pathname === '/health/live'
  const body = live ? { live: true } : { ready: false, checks: { start: 'starting' } }
  return Response.json(body, { status: live ? 200 : 503, headers: { 'retry-after': '2', 'cache-control': 'no-store' } })
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartProblem(`端口 ${port} 已被占用，可用 PORT 另选 / port ${port} is taken; choose another with PORT`)
  }
  if (error.code === 'EACCES') {
    return new StartProblem(
      `没有使用端口 ${port} 的权限 / no permission for port ${port}; choose one above 1023 with PORT`,
    )
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartProblem(`本机没有地址 ${host} / this machine has no address ${host}; set LINLI_HOST`)
  }
  return error
}
