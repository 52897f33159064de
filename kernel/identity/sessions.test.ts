import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { type Browser, codeOf, startTestIdentity, type TestIdentity } from '#testing/identity.ts'
import { createMachineClient, createStaffAccount, newTotpSecret, revokeSessionsOf, sessionOf } from './door.ts'

let database: TestDatabase
let identity: TestIdentity
let web: pg.Client
const PASSWORD = 'right and long enough'

beforeAll(async () => {
  database = await createTestDatabase()
  identity = await startTestIdentity(database)
  web = new pg.Client({ connectionString: database.urls.web })
  await web.connect()
})
afterAll(async () => {
  await web.end()
  await identity.close()
  await database.dispose()
})

async function staffBrowser(staffNumber: string): Promise<{ browser: Browser; accountId: string }> {
  const totpSecret = newTotpSecret()
  const { accountId } = await createStaffAccount(identity.core, {
    staffNumber,
    displayName: '王芳',
    password: PASSWORD,
    totpSecret,
  })
  const browser = identity.browser()
  await browser.post('identity.signInStaff', { staffNumber, password: PASSWORD })
  await browser.post('identity.verifyTotp', { code: codeOf(totpSecret) })
  return { browser, accountId }
}

async function residentBrowser(phone: string): Promise<Browser> {
  const browser = identity.browser()
  await browser.post('identity.requestCode', { phone })
  await browser.post('identity.signInResident', { phone, code: identity.sent[0]!.code })
  return browser
}

/** Whom the database sees behind a session, asked by the runtime role. */
async function whoIs(sessionId: string): Promise<{ account_id: string; kind: string } | undefined> {
  const { rows } = await web.query('select account_id, kind from identity.session_account($1)', [sessionId])
  return rows[0]
}

test('a revoked session is over at the next request and in the database at once', async () => {
  const { browser, accountId } = await staffBrowser('S001')
  const session = (await sessionOf(identity.core, browser.request))!
  expect(await whoIs(session.sessionId)).toEqual({ account_id: accountId, kind: 'staff' })
  await revokeSessionsOf(identity.core, accountId)
  expect((await browser.get('identity.me')).status).toBe(401)
  expect(await whoIs(session.sessionId)).toBeUndefined()
})

test('an end of a session is told to long-lived connections', async () => {
  const { browser } = await staffBrowser('S002')
  const session = (await sessionOf(identity.core, browser.request))!
  await web.query('listen linli_session_ended')
  const told = new Promise((resolve) => web.once('notification', ({ payload }) => resolve(payload)))
  await browser.post('identity.signOut')
  expect(await told).toBe(session.sessionId)
  expect((await browser.get('identity.me')).status).toBe(401)
})

test('signing out everywhere ends the sessions of the account and no other', async () => {
  const [one, other, stranger] = [
    await residentBrowser('13700000001'),
    await residentBrowser('13700000001'),
    await residentBrowser('13700000002'),
  ]
  await one!.post('identity.signOutEverywhere')
  expect((await other!.get('identity.me')).status).toBe(401)
  expect((await stranger!.get('identity.me')).status).toBe(200)
})

test('a session of staff ends after 30 idle minutes and after 8 hours, a resident’s after 30 days', async () => {
  const life = async (browser: Browser, change: string) => {
    const session = (await sessionOf(identity.core, browser.request))!
    await identity.core.pool.query(`update auth."session" set ${change} where "id" = $1`, [session.sessionId])
    return [(await browser.get('identity.me')).status, (await whoIs(session.sessionId)) !== undefined]
  }
  const staff = (await staffBrowser('S003')).browser
  expect(await life(staff, `"updatedAt" = now() - interval '29 minutes'`)).toEqual([200, true])
  expect(await life(staff, `"updatedAt" = now() - interval '31 minutes'`)).toEqual([401, false])
  const whole = (await staffBrowser('S004')).browser
  expect(await life(whole, `"expiresAt" = "expiresAt" - interval '8 hours'`)).toEqual([401, false])
  const resident = await residentBrowser('13700000003')
  expect(
    await life(resident, `"updatedAt" = now() - interval '20 days', "expiresAt" = "expiresAt" - interval '29 days'`),
  ).toEqual([200, true])
  expect(await life(resident, `"expiresAt" = "expiresAt" - interval '1 day'`)).toEqual([401, false])
})

test('a session in use does not grow idle', async () => {
  const { browser } = await staffBrowser('S005')
  const session = (await sessionOf(identity.core, browser.request))!
  await identity.core.pool.query(
    `update auth."session" set "updatedAt" = now() - interval '20 minutes' where "id" = $1`,
    [session.sessionId],
  )
  await browser.get('identity.me')
  const { rows } = await identity.core.pool.query(
    `select now() - "updatedAt" < interval '5 seconds' as fresh from auth."session" where "id" = $1`,
    [session.sessionId],
  )
  expect(rows[0].fresh).toBe(true)
})

test('a locked account has no session, although the cookie is good', async () => {
  const { browser, accountId } = await staffBrowser('S006')
  const session = (await sessionOf(identity.core, browser.request))!
  await identity.core.pool.query(`update identity.account set locked_until = now() + interval '1 hour' where id = $1`, [
    accountId,
  ])
  expect((await browser.get('identity.me')).status).toBe(401)
  expect(await whoIs(session.sessionId)).toBeUndefined()
})

test('kinds are kept apart: a resident is a resident to the database and holds no posts', async () => {
  const browser = await residentBrowser('13700000004')
  const session = (await sessionOf(identity.core, browser.request))!
  expect((await whoIs(session.sessionId))!.kind).toBe('resident')
  const owner = new pg.Client({ connectionString: database.urls.owner })
  await owner.connect()
  await owner
    .query(`update auth."session" set "accountKind" = 'staff' where "id" = $1`, [session.sessionId])
    .finally(() => owner.end())
  expect(await whoIs(session.sessionId)).toBeUndefined()
  expect((await browser.get('identity.me')).status).toBe(401)
})

test('a changed, a foreign and a made-up cookie are nobody', async () => {
  const { browser } = await staffBrowser('S007')
  const cookie = browser.cookies.get('linli.session_token')!
  for (const bad of [`${cookie.slice(0, -6)}AAAA%3D`, cookie.split('.')[0]!, 'x.y', '']) {
    browser.cookies.set('linli.session_token', bad)
    expect((await browser.get('identity.me')).status).toBe(401)
  }
  expect(await whoIs('not-a-uuid')).toBeUndefined()
  expect(await whoIs('00000000-0000-0000-0000-000000000000')).toBeUndefined()
})

test('the runtime role reads neither the login library’s tables nor codes, factors and phones', async () => {
  for (const table of [
    'auth."user"',
    'auth."session"',
    'auth."account"',
    'identity.sign_in_code',
    'identity.second_factor',
    'identity.attempt',
  ]) {
    await expect(web.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
  }
  await expect(web.query('select phone_cipher from identity.account')).rejects.toThrow(/permission denied/)
  expect((await web.query('select id from identity.account')).rows).toEqual([])
})

test('a machine speaks by a header only, for as long as its client lives', async () => {
  const { accountId: ownerAccount } = await staffBrowser('S008')
  const client = await createMachineClient(identity.core, {
    displayName: '区数据中心',
    ownerAccount,
    operations: ['exchange.receive'],
    areaId: '0190a000-0000-7000-8000-000000000001',
    expiresAt: '2099-01-01T00:00:00Z',
  })
  const input = { clientId: client.accountId, secret: client.secret }
  expect(
    (await identity.browser().post('identity.signInMachine', { ...input, secret: 'wrong, wrong, wrong' })).status,
  ).toBe(401)
  const { accessToken } = (await identity.browser().post('identity.signInMachine', input)).body
  const ask = (headers: Record<string, string>) =>
    sessionOf(identity.core, new Request('http://linli.test', { headers }))
  const session = (await ask({ authorization: `Bearer ${accessToken}` }))!
  expect(session).toMatchObject({ accountId: client.accountId, kind: 'machine' })
  expect(await ask({ cookie: `linli.session_token=${accessToken}` })).toBeNull()
  await identity.core.pool.query(`update identity.machine_client set expires_at = now() where account_id = $1`, [
    client.accountId,
  ])
  expect(await ask({ authorization: `Bearer ${accessToken}` })).toBeNull()
  expect(await whoIs(session.sessionId)).toBeUndefined()
})
