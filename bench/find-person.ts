import { performance } from 'node:perf_hooks'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { decryptValue, newKeyRing } from '#kernel/crypto/door.ts'
import { findPersons } from '#kernel/registry/door.ts'
import { areaId, committeesOf, loadDemoPeople, referenceStreet } from '#modules/demo/contract.ts'
import type { Tx } from '#platform/contract.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { newId } from '#platform/ids.ts'
import { startTestCluster } from '#testing/cluster.ts'
import { createTemplate, createTestDatabase, shareCluster } from '#testing/database.ts'
import { asSession, fakeSessions } from '#testing/fake-sessions.ts'

/**
 * A street of N people is loaded, then found from one search box under row security, as the street's clerk and as the worker
 * of one committee. The reference is the same search by a role that row security does not bind.
 */
const N = Number(process.argv[2] ?? 60_000)
const SEED = 310_105
const TODAY = '2026-11-24'
const ROUNDS = 30
const GOAL_LOAD_SECONDS = 35
const GOAL_P95_MS = 50

const cluster = await startTestCluster({ durable: true })
try {
  shareCluster(await createTemplate(cluster.superuserUrl))
  const database = await createTestDatabase()
  const ring = newKeyRing()
  const started = performance.now()
  await loadDemoPeople({
    ownerUrl: database.urls.owner,
    ring,
    seed: SEED,
    today: TODAY,
    sizes: { reference: N, invented: 400 },
  })
  const loadSeconds = round((performance.now() - started) / 1_000)

  const superuser = new pg.Pool({ connectionString: database.urls.superuser, max: 1 })
  // The cluster's end may reach an idle connection before its goodbye does.
  superuser.on('error', () => undefined)
  const sessions = await fakeSessions(database)
  const clerk = await sessions.signIn(await holder(superuser, 'windowClerk', areaId(referenceStreet)), 'staff')
  const committee = committeesOf(referenceStreet)[0]!.id
  const worker = await sessions.signIn(await holder(superuser, 'committeeWorker', committee), 'staff')
  const walled = createKysely<unknown>(createPool({ url: database.urls.web, applicationName: 'bench', max: 1 }))
  const open = createKysely<unknown>(createPool({ url: database.urls.superuser, applicationName: 'bench', max: 1 }))
  const { rows } = await superuser.query<{ name: string; cipher: Buffer; address: string }>(
    `select p.name, p.id_number_cipher as cipher, d.address from registry.person p join registry.person_scope s on s.person_id = p.id
     join registry.residency r on r.person_id = p.id join registry.dwelling d on d.id = r.dwelling_id and d.lane is not null
     where s.holder_key = $1 limit 1`,
    [`area:${committee}`],
  )
  const { name, cipher, address } = rows[0]!
  const texts = {
    idNumber: decryptValue(ring, 'idNumber', cipher),
    name,
    surname: '张',
    pinyin: 'zhang',
    initials: 'wj',
    address: address.slice(0, address.indexOf('号') + 1),
    lane: address.slice(0, address.indexOf('弄') + 1),
  }
  const result: Record<string, unknown> = {
    bench: 'find-person',
    n: N,
    seed: SEED,
    loadSeconds,
    goalLoadSeconds: GOAL_LOAD_SECONDS,
  }
  let worst = 0
  for (const [by, text] of Object.entries(texts)) {
    const search = (tx: Tx) => findPersons(tx, ring, { text, on: TODAY })
    const reference = await p95(() => open.transaction().execute(search))
    for (const [who, session] of [
      ['clerk', clerk],
      ['worker', worker],
    ] as const) {
      const took = await p95(() => asSession(walled as Kysely<unknown>, session, search))
      worst = Math.max(worst, took)
      result[`${by} as ${who}`] = { p95Ms: took, ratioToNoWall: round(took / reference) }
    }
  }
  const server = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(open)
  process.stdout.write(
    `${JSON.stringify({ ...result, worstP95Ms: worst, goalP95Ms: GOAL_P95_MS, postgres: server.rows[0]?.version, node: process.version })}\n`,
  )
  if (worst > GOAL_P95_MS || loadSeconds > GOAL_LOAD_SECONDS) process.exitCode = 1
  await walled.destroy()
  await open.destroy()
  await superuser.end()
} finally {
  await cluster.dispose()
}

async function holder(superuser: pg.Pool, kind: string, area: string): Promise<string> {
  const account = newId()
  await superuser.query(
    `with post as (insert into access.post (kind, area_id, name) values ($1, $2, 'bench') returning id)
     insert into access.holding (post_id, account_id) select id, $3 from post`,
    [kind, area, account],
  )
  return account
}

async function p95(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    await work()
    took.push(performance.now() - start)
  }
  took.sort((a, b) => a - b)
  return round(took[Math.floor(ROUNDS * 0.95)]!)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
