import { performance } from 'node:perf_hooks'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { startTestCluster } from '#testing/cluster.ts'
import { createTemplate, shareCluster } from '#testing/database.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld } from '#testing/world.ts'

/**
 * The public page of an item beside the bare framework that answers the same bytes, in turns within one run: what our own layers
 * (locale, session, cache, headers) add to Hono. A second figure leaves the cache out, as a signed-in reader meets it.
 */
const CLIENTS = 16
const SECONDS = Number(process.argv[2] ?? 5)
const ROUNDS = Number(process.argv[3] ?? 3)

const cluster = await startTestCluster()
shareCluster(await createTemplate(cluster.superuserUrl))
const world = await createWorld()
await publishItems(world)
const ours = await listen(world.app.fetch as (request: Request) => Response | Promise<Response>)
const html = await (await fetch(`${ours.url}/items/elder-card`)).text()
const bare = await listen(new Hono().get('/items/elder-card', (c) => c.html(html)).fetch)
const rounds: { bare: number; page: number; signedIn: number }[] = []
const session = { cookie: 'linli-language=zh-CN; linli.session_token=nobody.nothing' }
await load(`${ours.url}/items/elder-card`, 1)
for (let n = 0; n < ROUNDS; n++) {
  rounds.push({
    bare: await load(`${bare.url}/items/elder-card`, SECONDS),
    page: await load(`${ours.url}/items/elder-card`, SECONDS),
    signedIn: await load(`${ours.url}/items/elder-card`, SECONDS, session),
  })
}
const median = (pick: (round: (typeof rounds)[number]) => number) =>
  rounds.map(pick).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!
console.log(
  JSON.stringify({
    bench: 'page',
    bytes: html.length,
    clients: CLIENTS,
    seconds: SECONDS,
    rounds: ROUNDS,
    perSecond: {
      bare: Math.round(median((r) => r.bare)),
      page: Math.round(median((r) => r.page)),
      withCookie: Math.round(median((r) => r.signedIn)),
    },
    share: Math.round(median((r) => r.page / r.bare) * 1000) / 1000,
    shareWithCookie: Math.round(median((r) => r.signedIn / r.bare) * 1000) / 1000,
    node: process.version,
  }),
)
ours.server.close()
bare.server.close()
await world.dispose()
await cluster.dispose()
process.exit()

function listen(
  handle: (request: Request) => Response | Promise<Response>,
): Promise<{ server: ServerType; url: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: handle, port: 0 }, ({ port }) => resolve({ server, url: `http://127.0.0.1:${port}` }))
  })
}

async function load(url: string, seconds: number, headers: Record<string, string> = {}): Promise<number> {
  const until = performance.now() + seconds * 1000
  let answered = 0
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (performance.now() < until) {
        const reply = await fetch(url, { headers })
        await reply.arrayBuffer()
        if (!reply.ok) throw new Error(`${url} answered ${reply.status}`)
        answered++
      }
    }),
  )
  return answered / seconds
}
