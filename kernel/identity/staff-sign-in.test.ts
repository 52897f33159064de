import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { codeOf, startTestIdentity, type TestIdentity } from '#testing/identity.ts'
import { createStaffAccount, hashPassword, newTotpSecret } from './door.ts'

const PASSWORD = '周家桥的好密码-7'
let database: TestDatabase
let identity: TestIdentity

beforeAll(async () => {
  database = await createTestDatabase()
  identity = await startTestIdentity(database)
})
afterAll(async () => {
  await identity.close()
  await database.dispose()
})

async function staff(staffNumber: string, totpSecret: string | undefined = newTotpSecret()) {
  const { accountId } = await createStaffAccount(identity.core, {
    staffNumber,
    displayName: '王芳',
    password: PASSWORD,
    totpSecret,
  })
  return { accountId, staffNumber, secret: totpSecret }
}

test('password and one-time password open a session that says who it is', async () => {
  const { accountId, staffNumber, secret } = await staff('A001')
  const browser = identity.browser()
  expect(await browser.post('identity.signInStaff', { staffNumber: 'ａ001 ', password: PASSWORD })).toEqual({
    status: 200,
    body: { outcome: 'needsTotp' },
  })
  expect((await browser.get('identity.me')).status).toBe(401)
  expect((await browser.post('identity.verifyTotp', { code: codeOf(secret) })).body).toEqual({ outcome: 'signedIn' })
  expect((await browser.get('identity.me')).body).toMatchObject({
    accountId,
    kind: 'staff',
    staffNumber,
    name: '王芳',
  })
  expect(identity.audited.at(-1)).toMatchObject({
    verb: 'identity.signIn',
    outcome: 'done',
    accountId,
    why: 'password-and-totp',
  })
})

test('a one-time password is good once, even in a new sign-in and in a step that is still forgiven', async () => {
  const { staffNumber, secret } = await staff('A002')
  const [first, second] = [identity.browser(), identity.browser()]
  for (const browser of [first, second]) await browser.post('identity.signInStaff', { staffNumber, password: PASSWORD })
  const code = codeOf(secret)
  expect((await first.post('identity.verifyTotp', { code })).status).toBe(200)
  expect((await second.post('identity.verifyTotp', { code })).status).toBe(401)
  expect((await second.post('identity.verifyTotp', { code: codeOf(secret, 1) })).status).toBe(200)
})

test('four uses of one one-time password at the same moment open one session', async () => {
  const { staffNumber, secret } = await staff('A003')
  const browsers = Array.from({ length: 4 }, () => identity.browser())
  for (const browser of browsers) await browser.post('identity.signInStaff', { staffNumber, password: PASSWORD })
  const code = codeOf(secret)
  const answers = await Promise.all(browsers.map((browser) => browser.post('identity.verifyTotp', { code })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('the first sign-in enrols the second factor and shows recovery codes, each good once', async () => {
  const { accountId } = await createStaffAccount(identity.core, {
    staffNumber: 'A004',
    displayName: '李强',
    password: PASSWORD,
  })
  const browser = identity.browser()
  expect((await browser.post('identity.signInStaff', { staffNumber: 'A004', password: PASSWORD })).body).toEqual({
    outcome: 'needsTotpEnrolment',
  })
  expect((await browser.post('identity.verifyTotp', { code: '000000' })).status).toBe(401)
  const { secret, otpauthUri } = (await browser.post('identity.beginEnrolment')).body as {
    secret: string
    otpauthUri: string
  }
  expect(otpauthUri).toContain(secret)
  expect((await browser.post('identity.beginEnrolment')).body.secret).toBe(secret)
  const { recoveryCodes } = (await browser.post('identity.confirmEnrolment', { code: codeOf(secret) })).body as {
    recoveryCodes: string[]
  }
  expect(recoveryCodes).toHaveLength(10)
  expect((await browser.get('identity.me')).body).toMatchObject({ accountId })

  for (const status of [200, 401]) {
    const later = identity.browser()
    await later.post('identity.signInStaff', { staffNumber: 'A004', password: PASSWORD })
    expect((await later.post('identity.beginEnrolment')).status).toBe(401)
    expect((await later.post('identity.verifyTotp', { code: recoveryCodes[0]!.toUpperCase() })).status).toBe(status)
  }
})

test('an unknown number, a wrong password and a locked account get one answer after similar work', async () => {
  await staff('A005')
  const locked = await staff('A006')
  await identity.core.pool.query(`update identity.account set locked_until = now() + interval '1 day' where id = $1`, [
    locked.accountId,
  ])
  const tries = [
    { staffNumber: 'A005', password: 'wrong password' },
    { staffNumber: 'NOBODY', password: PASSWORD },
    { staffNumber: 'A006', password: PASSWORD },
  ]
  // In turn, and the quickest of each counts, so that other work on the machine slows all three alike.
  const quickest = tries.map(() => Number.POSITIVE_INFINITY)
  const seen = new Set<string>()
  for (let n = 0; n < 5; n++) {
    for (const [index, input] of tries.entries()) {
      const started = performance.now()
      const answer = await identity.browser('192.0.2.77').post('identity.signInStaff', input)
      quickest[index] = Math.min(quickest[index]!, performance.now() - started)
      expect(answer).toEqual({ status: 401, body: expect.objectContaining({ reason: 'identity.wrong-credentials' }) })
      seen.add(JSON.stringify(answer))
    }
  }
  expect(seen.size).toBe(1)
  expect(Math.min(...quickest)).toBeGreaterThan(Math.max(...quickest) / 3)
})

test('150 accounts share a hash that was made once, and each is let in by its password', async () => {
  const passwordHash = await hashPassword(identity.core, PASSWORD)
  await Promise.all(
    Array.from({ length: 150 }, (_, n) =>
      createStaffAccount(identity.core, {
        staffNumber: `D${n}`,
        displayName: `演示${n}`,
        passwordHash,
        totpSecret: newTotpSecret(),
      }),
    ),
  )
  for (const staffNumber of ['D0', 'D149']) {
    const answer = await identity.browser().post('identity.signInStaff', { staffNumber, password: PASSWORD })
    expect(answer.status).toBe(200)
  }
})

test('a request from another site, or one that is not JSON, is refused before anything is tried', async () => {
  const before = identity.audited.length
  const input = { staffNumber: 'A001', password: PASSWORD }
  const browser = identity.browser()
  expect((await browser.post('identity.signInStaff', input, { origin: 'http://evil.test' })).status).toBe(403)
  expect((await browser.post('identity.signInStaff', input, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await browser.post('identity.signInStaff', input, { 'content-type': 'text/plain' })).status).toBe(400)
  expect(identity.audited).toHaveLength(before)
})
