import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCalendar } from '#kernel/calendar/door.ts'
import { differencesFromEvents } from '#kernel/cases/door.ts'
import { type KeyRing, loadKeyRing } from '#kernel/crypto/door.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { seedDemo } from './seed-demo.ts'

let database: TestDatabase
let folder: string
let keys: KeyRing
let look: pg.Client
const lines: string[] = []

const now = new Date().toISOString()
const seedAt = (at: string) =>
  seedDemo({
    ownerUrl: database.urls.owner,
    webUrl: database.urls.web,
    workerUrl: database.urls.worker,
    authUrl: database.urls.auth,
    keys,
    seed: 7,
    people: 1500,
    cases: 90,
    now: at,
    progress: (line) => lines.push(line),
  })

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'linli-demo-'))
  keys = loadKeyRing({ folder })
  look = new pg.Client({ connectionString: database.urls.superuser })
  await look.connect()
  await seedAt(now)
}, 120_000)
afterAll(async () => {
  await look.end()
  await database.dispose()
  await rm(folder, { recursive: true, force: true })
})

describe('the demo', () => {
  test('has applications in every state, made by actions alone: each event has its audit entry', async () => {
    const states = await look.query<{ state: string }>(
      `select distinct state from cases."case" where case_type = 'application'`,
    )
    expect(states.rows.map((row) => row.state).sort()).toEqual([
      'accepted',
      'awaitingCorrection',
      'concluded',
      'decided',
      'declined',
      'submitted',
      'withdrawn',
    ])
    const alone = await look.query(
      `select e.operation from cases.event e where not exists (
         select 1 from audit.entry a where a.case_id = e.case_id and a.verb = e.operation and a.account_id is not distinct from e.account_id
           and a.outcome = 'done')`,
    )
    expect(alone.rows).toEqual([])
  })

  test('bad ratings opened remedies on their own day, in every state, and notices are of the day they tell of', async () => {
    const remedies = await look.query<{ state: string; days: number }>(
      `select r.state, abs(r.opened_at::date - g.at::date) as days from cases."case" r
       join cases.rating g on g.case_id = r.parent_case_id where r.case_type = 'remedy'`,
    )
    expect([...new Set(remedies.rows.map((row) => row.state))].sort()).toEqual([
      'closed',
      'contested',
      'open',
      'replied',
    ])
    expect(Math.max(...remedies.rows.map((row) => row.days))).toBe(0)
    const notices = await look.query<{ days: number }>(
      `select max(current_date - created_at::date)::int as days from notifications.notice`,
    )
    expect(notices.rows[0]!.days).toBeGreaterThan(60)
  })

  test('rebuilding every projection from events shows no difference', async () => {
    const pool = createPool({ url: database.urls.owner, applicationName: 'test' })
    const db = createKysely<unknown>(pool)
    const calendar = await loadCalendar(db)
    const { rows } = await look.query<{ id: string }>(`select id from cases."case"`)
    expect(rows.length).toBeGreaterThan(60)
    for (const { id } of rows) {
      expect(await differencesFromEvents(db, id, calendar)).toEqual([])
    }
    await pool.end()
  })

  test('the applications are spread over months and committees, and none is of a day to come', async () => {
    const { rows } = await look.query<{ months: number; committees: number; future: number }>(
      `select count(distinct date_trunc('month', opened_at))::int as months, count(distinct area_id)::int as committees,
         count(*) filter (where opened_at > now())::int as future from cases."case" where case_type = 'application'`,
    )
    expect(rows[0]!.months).toBeGreaterThanOrEqual(3)
    expect(rows[0]!.committees).toBeGreaterThan(15)
    expect(rows[0]!.future).toBe(0)
  })

  test('seeding again changes nothing, and steps that were cut off are done again and come out the same', {
    timeout: 120_000,
  }, async () => {
    const story = async () =>
      (
        await look.query(
          `select c.number, c.subject_key, c.applicant_person_id, e.seq, e.operation, e.at from cases.event e join cases."case" c on c.id = e.case_id
           order by c.number, e.seq`,
        )
      ).rows
    const before = await story()
    const accounts = async () => (await look.query('select count(*) from identity.account')).rows
    const known = await accounts()
    await seedAt(now)
    expect(await story()).toEqual(before)
    await look.query(`delete from demo.seeding where step in ('items', 'cases')`)
    await seedAt(now)
    expect(await story()).toEqual(before)
    expect(await accounts()).toEqual(known)
  })

  test('a database that holds data of its own is refused', async () => {
    const other = await createTestDatabase()
    const client = new pg.Client({ connectionString: other.urls.superuser })
    await client.connect()
    await client.query(
      `insert into areas.area (id, kind) values ('00000000-0000-7000-8000-000000000001', 'subdistrict')`,
    )
    await client.query(
      `insert into registry.person (subdistrict_id, name) values ('00000000-0000-7000-8000-000000000001', '某人')`,
    )
    await client.end()
    await expect(
      seedDemo({
        ownerUrl: other.urls.owner,
        webUrl: other.urls.web,
        workerUrl: other.urls.worker,
        authUrl: other.urls.auth,
        keys,
        seed: 7,
        people: 10,
        cases: 1,
        now: new Date().toISOString(),
        progress: () => undefined,
      }),
    ).rejects.toThrow(/no demo/)
    await other.dispose()
  })
})
