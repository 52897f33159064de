import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCalendar } from '#kernel/calendar/door.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { sampleForm } from '#testing/sample-form.ts'
import { loadForm, loadFormInForce } from './load-form.ts'
import { publishDefinition, saveDefinition } from './save-definition.ts'

let database: TestDatabase
const open = (url: string) => createKysely<unknown>(createPool({ url, applicationName: 'test', max: 2 }))
let owner: ReturnType<typeof open>
let web: ReturnType<typeof open>

beforeAll(async () => {
  database = await createTestDatabase()
  owner = open(database.urls.owner)
  web = open(database.urls.web)
})
afterAll(async () => {
  await owner.destroy()
  await web.destroy()
  await database.dispose()
})

test('the version in force on a day is found, and the one somebody filled in stays readable', async () => {
  const first = await saveDefinition(owner, { ...sampleForm, effective: { from: '2026-01-01', to: '2026-02-28' } })
  expect(await loadFormInForce(web, 'sample', '2026-02-01')).toBeNull()
  expect(await publishDefinition(owner, first)).toBe(true)
  expect(await publishDefinition(owner, first)).toBe(false)
  const second = await saveDefinition(owner, { ...sampleForm, version: 2, effective: { from: '2026-03-01', to: null } })
  await publishDefinition(owner, second)
  expect((await loadFormInForce(web, 'sample', '2026-02-28'))?.id).toBe(first)
  expect((await loadFormInForce(web, 'sample', '2026-03-01'))?.form.definition.version).toBe(2)
  expect((await loadForm(web, first))?.form.definition.version).toBe(1)
})

test('a published version cannot change or become a draft again, not even by the owner', async () => {
  const { sql } = await import('kysely')
  const id = await saveDefinition(owner, { ...sampleForm, key: 'fixed' })
  await publishDefinition(owner, id)
  const update = (set: string) => sql`update forms.definition set ${sql.raw(set)} where id = ${id}::uuid`.execute(owner)
  await expect(update(`effective_from = '2030-01-01'`)).rejects.toThrow('add a new version')
  await expect(update(`status = 'draft'`)).rejects.toThrow('cannot become a draft')
  await update(`status = 'withdrawn'`)
})

test('the runtime without the permission writes neither forms nor days', async () => {
  const { sql } = await import('kysely')
  await expect(saveDefinition(web, { ...sampleForm, key: 'sneaked' })).rejects.toThrow('row-level security')
  const id = await saveDefinition(owner, { ...sampleForm, key: 'waiting' })
  expect(await publishDefinition(web, id)).toBe(false)
  await expect(sql`delete from forms.definition`.execute(web)).rejects.toThrow('permission denied')
  const day = sql`insert into calendar.day ("on", kind, source) values ('2027-01-01', 'holiday', 'x')`
  await expect(day.execute(web)).rejects.toThrow('row-level security')
  const span = await sql`update calendar.span set known_until = '2030-12-31'`.execute(web)
  expect(span.numAffectedRows).toBe(0n)
})

test('the calendar in the database is the one that ships', async () => {
  const calendar = await loadCalendar(web)
  expect([calendar.knownFrom, calendar.knownUntil, calendar.kinds.size]).toEqual(['2018-01-01', '2026-12-31', 3287])
  expect(calendar.kinds.get('2026-10-10')).toBe('adjustedWorkday')
})
