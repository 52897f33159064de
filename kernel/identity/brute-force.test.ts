import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { codeOf, startTestIdentity, type TestIdentity } from '#testing/identity.ts'
import { createStaffAccount, newTotpSecret } from './door.ts'

const PASSWORD = 'right and long enough'
let database: TestDatabase
let identity: TestIdentity
const secret = newTotpSecret()

beforeAll(async () => {
  database = await createTestDatabase()
  identity = await startTestIdentity(database)
  await createStaffAccount(identity.core, {
    staffNumber: 'B001',
    displayName: '王芳',
    password: PASSWORD,
    totpSecret: secret,
  })
})
afterAll(async () => {
  await identity.close()
  await database.dispose()
})

test('of 1,000 guesses by a stranger five are looked at, and the owner still gets in from her own device', async () => {
  const owner = identity.browser('198.51.100.5')
  await owner.post('identity.signInStaff', { staffNumber: 'B001', password: PASSWORD })
  expect((await owner.post('identity.verifyTotp', { code: codeOf(secret) })).status).toBe(200)
  await owner.post('identity.signOut')

  const counts = new Map<number, number>()
  for (let batch = 0; batch < 50; batch++) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        identity
          .browser(`203.0.113.${(batch * 20 + n) % 250}`)
          .post('identity.signInStaff', { staffNumber: 'B001', password: `guess ${batch} ${n}` }),
      ),
    )
    for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
  }
  expect(counts.get(401)).toBe(5)
  expect(counts.get(429)).toBe(995)
  const entries = identity.audited
    .filter(({ outcome }) => outcome !== 'done')
    .map(({ outcome, why }) => `${outcome} ${why}`)
  expect(entries.filter((entry) => entry === 'refused wrong-password')).toHaveLength(5)
  expect(entries.filter((entry) => entry === 'limited too-many-passwords').length).toBeLessThanOrEqual(2)

  expect(
    (await identity.browser('203.0.113.9').post('identity.signInStaff', { staffNumber: 'B001', password: PASSWORD }))
      .status,
  ).toBe(429)
  expect((await owner.post('identity.signInStaff', { staffNumber: 'B001', password: PASSWORD })).body).toEqual({
    outcome: 'needsTotp',
  })
  expect((await owner.post('identity.verifyTotp', { code: codeOf(secret, 1) })).status).toBe(200)
  const newDeviceAtHerDesk = identity.browser('198.51.100.5')
  expect(
    (await newDeviceAtHerDesk.post('identity.signInStaff', { staffNumber: 'B001', password: PASSWORD })).status,
  ).toBe(200)
}, 60_000)

test('an unknown number is limited exactly as a known one, so that the limit tells nothing', async () => {
  const answers = []
  for (const staffNumber of ['B777', 'B001']) {
    await identity.core.pool.query('delete from identity.attempt')
    const seen = []
    for (let n = 0; n < 7; n++)
      seen.push(await identity.browser('203.0.113.200').post('identity.signInStaff', { staffNumber, password: 'no' }))
    answers.push(seen.map(({ status, body }) => [status, body.reason]))
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]!.map(([status]) => status)).toEqual([401, 401, 401, 401, 401, 429, 429])
})

test('the wait ends: once the time has passed a stranger’s device is listened to again', async () => {
  await identity.core.pool.query(`update identity.attempt set at = at - interval '16 minutes'`)
  expect(
    (await identity.browser('203.0.113.200').post('identity.signInStaff', { staffNumber: 'B001', password: PASSWORD }))
      .status,
  ).toBe(200)
})

test('guessing the second factor is limited too, also across new sign-ins', async () => {
  await identity.core.pool.query('delete from identity.attempt')
  const statuses = []
  for (let n = 0; n < 8; n++) {
    const thief = identity.browser('203.0.113.201')
    await thief.post('identity.signInStaff', { staffNumber: 'B001', password: PASSWORD })
    statuses.push((await thief.post('identity.verifyTotp', { code: String(n).padStart(6, '0') })).status)
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
})
