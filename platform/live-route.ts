import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { LiveHub, LiveMessage } from './live.ts'

export interface LiveSession {
  sessionId: string
  holderKeys: readonly string[]
}

export interface LiveRouteOptions {
  hub: LiveHub
  /** Who asks, resolved by the database; null: nobody is signed in, or no longer. */
  sessionOf(request: Request): Promise<LiveSession | null>
  /** Which of these things the session sees now, as row security says. */
  visible(sessionId: string, topic: string, ids: readonly string[]): Promise<readonly string[]>
  /** How often a stream asks again what its session may hear. */
  refreshMs?: number
  heartbeatMs?: number
  /** Changes within this time are one question to the database and one message to the reader. */
  gatherMs?: number
  mostStreams?: number
  refuse(code: 'not-signed-in' | 'too-many', c: Context): Response
}

const MOST_PER_SESSION = 10

/** `GET /live`: server-sent events for one session; each says only "this changed", and is heard only by who may know. */
export function liveRoute(options: LiveRouteOptions): Hono {
  const { hub, sessionOf, visible, refuse } = options
  const { refreshMs = 30_000, heartbeatMs = 20_000, gatherMs = 300, mostStreams = 5_000 } = options
  const streams = new Map<string, number>()
  let total = 0
  const app = new Hono()

  app.get('/live', async (c) => {
    const known = await sessionOf(c.req.raw)
    if (!known) return refuse('not-signed-in', c)
    const { sessionId } = known
    if (total >= mostStreams || (streams.get(sessionId) ?? 0) >= MOST_PER_SESSION) return refuse('too-many', c)
    c.header('cache-control', 'no-store')
    c.header('x-accel-buffering', 'no')
    return streamSSE(c, async (stream) => {
      let keys = new Set(known.holderKeys)
      const changed = new Map<string, Set<string>>()
      let gathering: NodeJS.Timeout | undefined
      const over = Promise.withResolvers<'ended' | 'again'>()
      count(sessionId, 1)
      const stop = hub.subscribe((event) => {
        if (event.kind === 'message') hear(event.message)
        else if (event.kind !== 'sessionEnded') over.resolve('again')
        else if (event.sessionId === sessionId) over.resolve('ended')
      })
      const heartbeat = setInterval(() => void stream.writeSSE({ event: 'beat', data: '' }), heartbeatMs)
      const refresh = setInterval(async () => {
        const again = await sessionOf(c.req.raw).catch(() => undefined)
        if (again === null) over.resolve('ended')
        else if (again) keys = new Set(again.holderKeys)
      }, refreshMs)
      stream.onAbort(() => over.resolve('again'))
      try {
        // Spread out, so that the readers of a process that stopped do not come back all at once.
        await stream.writeSSE({ event: 'hello', data: '', retry: 1_000 + Math.floor(Math.random() * 3_000) })
        // After `ended` a reader finds no session; after any other end it connects again and asks for what it shows.
        if ((await over.promise) === 'ended') await stream.writeSSE({ event: 'ended', data: '' })
      } finally {
        clearInterval(heartbeat)
        clearInterval(refresh)
        clearTimeout(gathering)
        stop()
        count(sessionId, -1)
      }

      function hear({ topic, ids, to }: LiveMessage): void {
        if (to.length === 0) {
          const known = changed.get(topic) ?? new Set()
          changed.set(topic, known)
          for (const id of ids) known.add(id)
          gathering ??= setTimeout(tellVisible, gatherMs)
        } else if (to.some((key) => keys.has(key))) void tell(topic, ids)
      }

      async function tellVisible(): Promise<void> {
        gathering = undefined
        const asked = [...changed]
        changed.clear()
        for (const [topic, ids] of asked) {
          // Not knowing is not a reason to tell: the reader connects again and asks for itself.
          const seen = await visible(sessionId, topic, [...ids]).catch(() => over.resolve('again'))
          if (seen?.length) await tell(topic, seen)
        }
      }

      /** The audience stays inside: a reader learns what changed, not who else was told. */
      async function tell(topic: string, ids: readonly string[]): Promise<void> {
        await stream.writeSSE({ data: JSON.stringify({ topic, ids }) })
      }
    })
  })
  return app

  function count(sessionId: string, by: 1 | -1): void {
    total += by
    const left = (streams.get(sessionId) ?? 0) + by
    if (left > 0) streams.set(sessionId, left)
    else streams.delete(sessionId)
  }
}
