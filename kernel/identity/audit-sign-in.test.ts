import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { startTestIdentity, type TestIdentity } from '#testing/identity.ts'
import { auditSignInWith, forgetOldAttempts } from './door.ts'

let database: TestDatabase
let identity: TestIdentity
let owner: pg.Client
const web = () => createKysely<unknown>(createPool({ url: database.urls.web, applicationName: 'test' }))
let db: ReturnType<typeof web>

beforeAll(async () => {
  database = await createTestDatabase()
  db = web()
  identity = await startTestIdentity(database, { auditSignIn: auditSignInWith(db, systemClock) })
  owner = new pg.Client({ connectionString: database.urls.owner })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await identity.close()
  await db.destroy()
  await database.dispose()
})

test('a sign-in, a refusal and a sign-out stand in the chains, with no number and no address in clear', async () => {
  const browser = identity.browser('198.51.100.44')
  await browser.post('identity.requestCode', { phone: '13500000001' })
  await browser.post('identity.signInResident', { phone: '13500000001', code: 'wrong!' })
  await browser.post('identity.signInResident', { phone: '13500000001', code: identity.sent[0]!.code })
  await browser.post('identity.signOut')
  const { rows } = await owner.query('select verb, outcome, channel, detail from audit.entry order by at, id')
  expect(rows.map(({ verb, outcome }) => `${verb} ${outcome}`)).toEqual([
    'identity.requestCode done',
    'identity.signIn refused',
    'identity.signIn done',
    'identity.signOut done',
  ])
  expect(JSON.stringify(rows)).not.toMatch(/13500000001|198\.51\.100\.44/)
})

test('no entry, no session: if the audit cannot be written nobody gets in', async () => {
  const silent = await startTestIdentity(database, {
    auditSignIn: async ({ verb }) => {
      if (verb === 'identity.signIn') throw new Error('the audit is not there')
    },
    sendCode: async (_, code) => void identity.sent.unshift({ phone: '', code }),
  })
  const complaints = console.error
  console.error = () => undefined
  const browser = silent.browser()
  await browser.post('identity.requestCode', { phone: '13500000002' })
  const { status } = await browser.post('identity.signInResident', {
    phone: '13500000002',
    code: identity.sent[0]!.code,
  })
  console.error = complaints
  await silent.close()
  expect(status).toBe(500)
  expect(browser.cookies.has('linli.session_token')).toBe(false)
})

test('a provider that does not take the code is told as such, not as an error of ours', async () => {
  const broken = await startTestIdentity(database, { sendCode: () => Promise.reject(new Error('no network')) })
  expect((await broken.browser().post('identity.requestCode', { phone: '13500000003' })).status).toBe(503)
  await broken.close()
})

test('old windows, codes and sessions are forgotten, live ones stay', async () => {
  const count = async () => (await owner.query('select count(*)::int as n from identity.attempt')).rows[0].n
  const before = await count()
  await forgetOldAttempts(identity.core)
  expect(await count()).toBe(before)
  await owner.query(`update identity.attempt set at = at - interval '3 days'`)
  expect(await forgetOldAttempts(identity.core)).toBeGreaterThanOrEqual(before)
  expect(await count()).toBe(0)
})
