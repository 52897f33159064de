import fc from 'fast-check'
import type { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { withConnection } from './db/connect.ts'
import { createLiveHub, type LiveHub, merge, pack } from './live.ts'
import { type LiveSession, liveRoute } from './live-route.ts'
import { createLogger } from './log.ts'

let database: TestDatabase
let hubs: LiveHub[]
let apps: Hono[]
let sessions: Map<string, LiveSession>
const log = createLogger({ level: 'silent' })

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.dispose())
beforeEach(() => {
  sessions = new Map([
    ['clerk', { sessionId: 'clerk', holderKeys: ['post:windowClerk@1'] }],
    ['other', { sessionId: 'other', holderKeys: ['post:windowClerk@2'] }],
  ])
  // Two web processes on one PostgreSQL.
  hubs = [1, 2].map(() => createLiveHub({ url: database.urls.web, log, sessionEndedChannel: 'linli_session_ended' }))
  apps = hubs.map((hub) =>
    liveRoute({
      hub,
      sessionOf: async (request) => sessions.get(request.headers.get('x-session') ?? '') ?? null,
      // The row security of this test: each sees what ends in its own post's number.
      visible: async (sessionId, _topic, ids) => ids.filter((id) => id.endsWith(sessionId === 'clerk' ? '-1' : '-2')),
      gatherMs: 20,
      refreshMs: 50,
      heartbeatMs: 40,
      refuse: (code, c) => c.text(code, 401),
    }),
  )
})
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()))
})

async function listen(app: Hono, session: string) {
  const abort = new AbortController()
  const answer = await app.request('/live', { headers: { 'x-session': session }, signal: abort.signal })
  const heard: string[] = []
  const done = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) heard.push(decoder.decode(chunk))
  })().catch(() => undefined)
  await expect.poll(() => heard.join('')).toContain('event: hello')
  return { text: () => heard.join(''), done, stop: () => abort.abort() }
}

test('a change in one process is heard in the other, by who may know and by nobody else', async () => {
  const clerk = await listen(apps[1]!, 'clerk')
  const other = await listen(apps[1]!, 'other')
  hubs[0]!.publish({ topic: 'case', ids: ['c1'], to: ['post:windowClerk@1'] })
  hubs[0]!.publish({ topic: 'case', ids: ['c2'], to: ['post:windowClerk@2'] })
  await expect.poll(clerk.text).toContain('data: {"topic":"case","ids":["c1"]}')
  await expect.poll(other.text).toContain('data: {"topic":"case","ids":["c2"]}')
  expect(clerk.text()).not.toContain('c2')
  expect(clerk.text()).not.toContain('post:')
  await expect.poll(clerk.text).toContain('event: beat')
})

test('where no audience is named, each session hears of what the database lets it see', async () => {
  const clerk = await listen(apps[0]!, 'clerk')
  const other = await listen(apps[1]!, 'other')
  for (const id of ['a-1', 'b-2', 'c-1']) hubs[1]!.publish({ topic: 'cases', ids: [id], to: [] })
  await expect.poll(clerk.text).toContain('data: {"topic":"cases","ids":["a-1","c-1"]}')
  await expect.poll(other.text).toContain('data: {"topic":"cases","ids":["b-2"]}')
})

test('without a session there is no stream', async () => {
  expect((await apps[0]!.request('/live')).status).toBe(401)
})

test('a stream ends as soon as the database says that its session did', async () => {
  const clerk = await listen(apps[0]!, 'clerk')
  await new Promise((resolve) => setTimeout(resolve, 100))
  await withConnection(database.urls.web, (client) => client.query("select pg_notify('linli_session_ended', 'clerk')"))
  await clerk.done
  expect(clerk.text()).toContain('event: ended')
})

test('a process that stops lets its streams go, without telling anybody that the session ended', async () => {
  const clerk = await listen(apps[0]!, 'clerk')
  await hubs[0]!.close()
  await clerk.done
  expect(clerk.text()).not.toContain('event: ended')
})

test('a right that ends, ends the hearing', async () => {
  const clerk = await listen(apps[0]!, 'clerk')
  sessions.set('clerk', { sessionId: 'clerk', holderKeys: [] })
  await new Promise((resolve) => setTimeout(resolve, 150))
  hubs[1]!.publish({ topic: 'case', ids: ['late'], to: ['post:windowClerk@1'] })
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(clerk.text()).not.toContain('late')
})

test('after a lost connection the readers are let go, come back and hear the next change', async () => {
  const clerk = await listen(apps[0]!, 'clerk')
  hubs[1]!.publish({ topic: 'case', ids: ['before'], to: ['post:windowClerk@1'] })
  await expect.poll(clerk.text).toContain('before')
  await withConnection(database.urls.superuser, (client) =>
    client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'linli-live' and datname = current_database()",
    ),
  )
  await clerk.done
  expect(clerk.text()).not.toContain('event: ended')
  const again = await listen(apps[0]!, 'clerk')
  hubs[1]!.publish({ topic: 'case', ids: ['after'], to: ['post:windowClerk@1'] })
  await expect.poll(again.text).toContain('after')
})

const messages = fc.array(
  fc.record({
    topic: fc.constantFrom('case', 'notices'),
    ids: fc.uniqueArray(fc.uuid(), { maxLength: 400 }),
    to: fc.uniqueArray(
      fc.uuid().map((id) => `account:${id}`),
      { minLength: 1, maxLength: 40 },
    ),
  }),
  { maxLength: 6 },
)

test('whatever is published fits into NOTIFY and reaches the same people about the same things', () => {
  const pairs = (all: readonly { topic: string; ids: readonly string[]; to: readonly string[] }[]) =>
    new Set(all.flatMap(({ topic, ids, to }) => to.flatMap((key) => ids.map((id) => `${topic} ${id} ${key}`))))
  fc.assert(
    fc.property(messages, (published) => {
      const payloads = pack(merge(published))
      for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000)
      expect(pairs(payloads.flatMap((payload) => JSON.parse(payload)))).toEqual(pairs(published))
    }),
    { numRuns: 50 },
  )
})
