import type { Context, Hono } from 'hono'
import { sql } from 'kysely'
import { enter } from '#kernel/access/door.ts'
import { type Identity, sessionOf } from '#kernel/identity/door.ts'
import type { Emitted } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import type { LiveHub } from '#platform/live.ts'
import { liveRoute } from '#platform/live-route.ts'
import type { Runtime } from './runtime.ts'

/** After each commit: cases that changed, to whoever sees them. */
export function tellLive(live: LiveHub): (events: readonly Emitted[]) => void {
  return (events) => {
    const ids = [...new Set(events.flatMap((event) => event.caseId ?? []))]
    if (ids.length > 0) live.publish({ topic: 'cases', ids, to: [] })
  }
}

/** `GET /live`, where row security decides which changes a session hears of. */
export function liveFor(runtime: Runtime, identity: Identity, refuse: (error: unknown, c: Context) => Response): Hono {
  const asSession = <T>(sessionId: string, ask: (tx: Parameters<typeof enter>[0]) => Promise<T>) =>
    runtime.web.transaction().execute(async (tx) => ((await enter(tx, { sessionId })).accountId ? ask(tx) : null))
  return liveRoute({
    hub: runtime.live,
    async sessionOf(request) {
      const session = await sessionOf(identity, request)
      if (!session) return null
      const { sessionId } = session
      return asSession(sessionId, async (tx) => {
        const { rows } = await sql<{ keys: string[] }>`select access.holder_keys() as keys`.execute(tx)
        return { sessionId, holderKeys: rows[0]!.keys }
      })
    },
    async visible(sessionId, topic, ids) {
      if (topic !== 'cases') return []
      const seen = await asSession(sessionId, async (tx) => {
        const asked = sql<{ id: string }>`select id from unnest(${ids}::uuid[]) as asked(id) where cases.visible(id)`
        return (await asked.execute(tx)).rows.map((row) => row.id)
      })
      return seen ?? []
    },
    refuse: (code, c) => refuse(problem(code), c),
  })
}
