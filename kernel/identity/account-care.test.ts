import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { codeOf, startTestIdentity, type TestIdentity } from '#testing/identity.ts'
import { createStaffAccount, lockAccount, newTotpSecret, resetPassword, resetSecondFactor } from './door.ts'

const PASSWORD = 'right and long enough'
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

async function signedIn(staffNumber: string) {
  const secret = newTotpSecret()
  const account = { staffNumber, displayName: '王芳', password: PASSWORD, totpSecret: secret }
  const { accountId } = await createStaffAccount(identity.core, account)
  const browser = identity.browser()
  await browser.post('identity.signInStaff', { staffNumber, password: PASSWORD })
  await browser.post('identity.verifyTotp', { code: codeOf(secret) })
  expect((await browser.get('identity.me')).status).toBe(200)
  return { accountId, browser, secret }
}

test('a changed password ends every session, and only the new one opens a new one', async () => {
  const { browser } = await signedIn('K001')
  const change = (input: object) => browser.post('identity.changePassword', input)
  expect((await change({ current: 'not this one', next: 'another long one' })).body.reason).toBe(
    'identity.wrong-password',
  )
  expect((await change({ current: PASSWORD, next: PASSWORD })).status).toBe(400)
  expect((await change({ current: PASSWORD, next: 'short' })).status).toBe(400)
  expect((await change({ current: PASSWORD, next: 'another long one' })).status).toBe(200)
  expect((await browser.get('identity.me')).status).toBe(401)
  const enter = (password: string) => browser.post('identity.signInStaff', { staffNumber: 'K001', password })
  expect((await enter(PASSWORD)).status).toBe(401)
  expect((await enter('another long one')).status).toBe(200)
})

test('a reset password is told once, opens the door and ends every session', async () => {
  const { accountId, browser } = await signedIn('K002')
  const password = await resetPassword(identity.core, { accountId })
  expect((await browser.get('identity.me')).status).toBe(401)
  const enter = (typed: string) => browser.post('identity.signInStaff', { staffNumber: 'K002', password: typed })
  expect((await enter(PASSWORD)).status).toBe(401)
  expect((await enter(password)).body).toEqual({ outcome: 'needsTotp' })
})

test('a reset second factor is enrolled anew; the lost phone’s codes are worth nothing', async () => {
  const { accountId, browser, secret } = await signedIn('K003')
  await resetSecondFactor(identity.core, { accountId })
  expect((await browser.get('identity.me')).status).toBe(401)
  const answer = await browser.post('identity.signInStaff', { staffNumber: 'K003', password: PASSWORD })
  expect(answer.body).toEqual({ outcome: 'needsTotpEnrolment' })
  expect((await browser.post('identity.verifyTotp', { code: codeOf(secret, 1) })).status).toBe(401)
})

test('a locked account is out at once and lets in again when the lock is taken off', async () => {
  const { accountId, browser, secret } = await signedIn('K004')
  await lockAccount(identity.core, { accountId, until: 'infinity' })
  expect((await browser.get('identity.me')).status).toBe(401)
  const enter = () => browser.post('identity.signInStaff', { staffNumber: 'K004', password: PASSWORD })
  expect((await enter()).status).toBe(401)
  await lockAccount(identity.core, { accountId, until: null })
  expect((await enter()).status).toBe(200)
  expect((await browser.post('identity.verifyTotp', { code: codeOf(secret, 1) })).status).toBe(200)
  expect(identity.audited.map(({ why }) => why)).toEqual(expect.arrayContaining(['locked', 'unlocked']))
})
