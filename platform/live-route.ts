import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { LiveEvent, LiveHub } from './live.ts'

export interface LiveSession {
  sessionId: string
  holderKeys: readonly string[]
}

export interface LiveRouteOptions {
  hub: LiveHub
  /** Who asks, resolved by the database; null: nobody is signed in, or no longer. */
  sessionOf(request: Request): Promise<LiveSession | null>
  /** How often a stream asks again what its session may hear. */
  refreshMs?: number
  heartbeatMs?: number
  mostStreams?: number
  refuse(code: 'not-signed-in' | 'too-many', c: Context): Response
}

const MOST_PER_SESSION = 10

/** `GET /live`: server-sent events for one session; each says only "this changed", and is heard only by who may know. */
export function liveRoute({
  hub,
  sessionOf,
  refreshMs = 30_000,
  heartbeatMs = 20_000,
  mostStreams = 5_000,
  refuse,
}: LiveRouteOptions): Hono {
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
      const over = Promise.withResolvers<'ended' | 'closing'>()
      count(sessionId, 1)
      const stop = hub.subscribe((event) => {
        if (event.kind === 'closing') over.resolve('closing')
        else if (event.kind === 'sessionEnded' && event.sessionId === sessionId) over.resolve('ended')
        else void forward(event)
      })
      const heartbeat = setInterval(() => void stream.writeSSE({ event: 'beat', data: '' }), heartbeatMs)
      const refresh = setInterval(async () => {
        const again = await sessionOf(c.req.raw).catch(() => undefined)
        if (again === null) over.resolve('ended')
        else if (again) keys = new Set(again.holderKeys)
      }, refreshMs)
      stream.onAbort(() => over.resolve('closing'))
      try {
        await stream.writeSSE({ event: 'hello', data: '', retry: 3_000 })
        // Told that its session ended, a reader does not connect again; otherwise it does.
        if ((await over.promise) === 'ended') await stream.writeSSE({ event: 'ended', data: '' })
      } finally {
        clearInterval(heartbeat)
        clearInterval(refresh)
        stop()
        count(sessionId, -1)
      }

      async function forward(event: LiveEvent): Promise<void> {
        if (event.kind === 'resync') await stream.writeSSE({ event: 'resync', data: '' })
        if (event.kind !== 'message' || !event.message.to.some((key) => keys.has(key))) return
        // The audience stays inside: a reader learns what changed, not who else was told.
        await stream.writeSSE({ event: event.message.topic, data: JSON.stringify({ ids: event.message.ids }) })
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
