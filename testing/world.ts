import { serializeSigned } from 'hono/utils/cookie'
import pg from 'pg'
import { type Composition, compose } from '#apps/server/compose.ts'
import { createApp } from '#apps/server/http.ts'
import { tellLive } from '#apps/server/live.ts'
import { modules } from '#apps/server/modules.ts'
import { type KeyRing, loadKeyRing, newKeyRing } from '#kernel/crypto/door.ts'
import { SESSION_COOKIE } from '#kernel/identity/door.ts'
import { type TestClock, testClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config/config.ts'
import { withConnection } from '#platform/db/connect.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { problem } from '#platform/errors/problem.ts'
import { createLiveHub } from '#platform/live.ts'
import { createLogger } from '#platform/log.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { insertAreas, type WorldAreas } from './world-areas.ts'
import { insertPeople, type PersonName, type WorldPerson } from './world-people.ts'
import { type AccountName, insertAccounts, type WorldAccount } from './world-posts.ts'

export const REHEARSED = 'testing.rehearsed'
export const ORIGIN = 'http://linli.test'

export interface Reply {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server answered
  body: Record<string, any>
  headers: Headers
}

/** One test file's own street: database, people, posts, and the server as everybody meets it. */
export interface World {
  database: TestDatabase
  areas: WorldAreas
  people: Record<PersonName, WorldPerson>
  accounts: Record<AccountName, WorldAccount>
  keys: KeyRing
  clock: TestClock
  composition: Composition
  app: ReturnType<typeof createApp>
  /** An operation over HTTP, as somebody; `null` is nobody. */
  send(as: AccountName | null, operation: string, input?: object, headers?: Record<string, string>): Promise<Reply>
  /** The same server with every policy saying yes: what remains is the database's refusal. */
  sendPolicyOff(as: AccountName | null, operation: string, input?: object): Promise<Reply>
  /** Does all of an operation and then takes it back: an action that would have been done answers 409 `testing.rehearsed`. */
  sendRehearsed(
    as: AccountName | null,
    operation: string,
    input?: object,
    how?: { policyOff?: boolean; headers?: Record<string, string> },
  ): Promise<Reply>
  /** SQL beyond row security, to look at what really happened. */
  look<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>
  /** The same on a connection of its own, for tests that end the server in between. */
  lookAfresh<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>
  dispose(): Promise<void>
}

export interface WorldOptions {
  /** Instant at which the test begins; a Monday morning in Shanghai unless told. */
  now?: string
  machineOperations?: string[]
  poolSize?: number
  /** Keys on disk, where another process has to read them too. */
  keysFolder?: string
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const database = await createTestDatabase()
  const keys = options.keysFolder ? loadKeyRing({ folder: options.keysFolder }) : newKeyRing()
  const clock = testClock(options.now ?? '2026-06-01T01:00:00Z')
  const superuser = new pg.Client({ connectionString: database.urls.superuser })
  superuser.on('error', () => undefined)
  await superuser.connect()
  const areas = await insertAreas(superuser)
  const people = await insertPeople(superuser, keys, areas)
  const accounts = await insertAccounts(
    superuser,
    areas,
    people,
    options.machineOperations ?? ['applications.recordExternal', 'applications.externalSteps'],
  )

  const pool = createPool({ url: database.urls.web, applicationName: 'test-web', max: options.poolSize ?? 8 })
  const db = createKysely<unknown>(pool)
  const given = {
    db,
    authUrl: database.urls.auth,
    keys,
    clock,
    publicUrl: ORIGIN,
    demo: true,
    sendCode: async () => undefined,
  }
  const log = createLogger({ level: 'error' })
  const live = createLiveHub({ url: database.urls.web, log, sessionEndedChannel: 'linli_session_ended' })
  const composition = await compose({ ...given, committed: tellLive(live) })
  const withoutPolicy: Composition = { ...composition, ports: { ...composition.ports, policyOff: true } }
  const rehearse = (of: Composition): Composition => ({
    ...of,
    ports: {
      ...of.ports,
      // The audit entry is the last thing that an action writes.
      audit: async (tx, entry) => {
        await of.ports.audit(tx, entry)
        if (entry.outcome === 'done' && actions.has(entry.verb)) throw problem('conflict', { reason: REHEARSED })
      },
    },
  })
  const runtime = {
    config: readConfig({ LINLI_PUBLIC_URL: ORIGIN, LINLI_DATA: '/tmp/linli-unused' }),
    log,
    clock,
    web: db,
    worker: db,
    authUrl: database.urls.auth,
    jobsUrl: database.urls.jobs,
    health: new Map(),
    pools: new Map([['web', pool]]),
    live,
  }
  const app = createApp(runtime, composition)
  const appPolicyOff = createApp(runtime, withoutPolicy)
  const appRehearsed = createApp(runtime, rehearse(composition))
  const appRehearsedPolicyOff = createApp(runtime, rehearse(withoutPolicy))

  const sendTo = async (
    to: typeof app,
    as: AccountName | null,
    operation: string,
    input: object,
    headers: Record<string, string>,
  ): Promise<Reply> => {
    const account = as === null ? null : accounts[as]
    const asMachine = as === 'machine' || as === 'foreignMachine'
    const reads = getOperations.has(operation)
    const query = new URLSearchParams(Object.entries(reads ? input : {}).map(([key, value]) => [key, String(value)]))
    const url = `${ORIGIN}/api/${operation}${reads ? `?${query}` : ''}`
    const request = {
      method: reads ? 'GET' : 'POST',
      ...(reads ? {} : { body: JSON.stringify(input) }),
      headers: {
        'content-type': 'application/json',
        ...(account && asMachine ? { authorization: `Bearer ${account.token}` } : {}),
        ...(account && !asMachine
          ? { cookie: await serializeSigned(SESSION_COOKIE, account.token, composition.identity.auth.secret) }
          : {}),
        ...headers,
      },
    }
    // What the Node server tells of the socket; limits count by address.
    const response = await to.request(url, request, { incoming: { socket: { remoteAddress: '192.0.2.1' } } })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : {}, headers: response.headers }
  }

  return {
    database,
    areas,
    people,
    accounts,
    keys,
    clock,
    composition,
    app,
    send: (as, operation, input = {}, headers = {}) => sendTo(app, as, operation, input, headers),
    sendPolicyOff: (as, operation, input = {}) => sendTo(appPolicyOff, as, operation, input, {}),
    sendRehearsed: (as, operation, input = {}, { policyOff = false, headers = {} } = {}) =>
      sendTo(policyOff ? appRehearsedPolicyOff : appRehearsed, as, operation, input, headers),
    look: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await superuser.query<Row>(text, values)).rows,
    lookAfresh: <Row extends object>(text: string, values: unknown[] = []) =>
      withConnection(database.urls.superuser, async (client) => (await client.query<Row>(text, values)).rows),
    async dispose() {
      await live.close()
      await composition.identity.pool.end()
      await pool.end()
      await superuser.end()
      await database.dispose()
    },
  }
}

const getOperations = new Set([
  'identity.me',
  ...modules.flatMap((module) =>
    module.operations.filter((one) => one.kind === 'query' && !one.personal).map((one) => `${module.name}.${one.name}`),
  ),
])

const actions = new Set(
  modules.flatMap((module) =>
    module.operations.filter((one) => one.kind === 'action').map((one) => `${module.name}.${one.name}`),
  ),
)
