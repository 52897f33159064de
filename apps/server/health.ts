import { Hono } from 'hono'

/** Each check answers with null when well, or with one word that says what is not. */
export type HealthChecks = Map<string, () => Promise<string | null>>

const LONGEST = 2_000

/** `/health/live`: the process answers. `/health/ready`: it can do its work, and if not, which part cannot. */
export function healthRoutes(checks: HealthChecks): Hono {
  const app = new Hono()
  app.get('/health/live', (c) => c.json({ live: true }, 200, { 'cache-control': 'no-store' }))
  app.get('/health/ready', async (c) => {
    const results = await Promise.all([...checks].map(async ([name, check]) => [name, await answerOf(check)] as const))
    const ready = results.every(([, problem]) => problem === null)
    const parts = Object.fromEntries(results.map(([name, problem]) => [name, problem ?? 'ok']))
    return c.json({ ready, checks: parts }, ready ? 200 : 503, { 'cache-control': 'no-store' })
  })
  return app
}

/** A check that hangs or throws is a failed one; its message stays inside, since it may name hosts and logins. */
async function answerOf(check: () => Promise<string | null>): Promise<string | null> {
  const late = Promise.withResolvers<string>()
  const timer = setTimeout(() => late.resolve('timeout'), LONGEST)
  try {
    return await Promise.race([check(), late.promise])
  } catch {
    return 'failed'
  } finally {
    clearTimeout(timer)
  }
}
