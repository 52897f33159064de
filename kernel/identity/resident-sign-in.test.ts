import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { type Browser, startTestIdentity, type TestIdentity } from '#testing/identity.ts'

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

async function ask(browser: Browser, phone: string): Promise<string> {
  expect(await browser.post('identity.requestCode', { phone })).toEqual({ status: 200, body: { outcome: 'sent' } })
  return identity.sent[0]!.code
}

const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('a phone code opens one account per phone, whose name shows four digits only', async () => {
  const browser = identity.browser()
  const code = await ask(browser, '138 0000 0001')
  expect((await browser.post('identity.signInResident', { phone: '+8613800000001', code })).body).toEqual({
    outcome: 'signedIn',
  })
  const first = (await browser.get('identity.me')).body
  expect(first).toMatchObject({ kind: 'resident', name: '138****0001', staffNumber: null })

  const again = identity.browser()
  await again.post('identity.signInResident', { phone: '13800000001', code: await ask(again, '13800000001') })
  expect((await again.get('identity.me')).body.accountId).toBe(first.accountId)
})

test('a code is good once, also for many at the same moment', async () => {
  const browser = identity.browser()
  const code = await ask(browser, '13800000002')
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => browser.post('identity.signInResident', { phone: '13800000002', code })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await browser.post('identity.signInResident', { phone: '13800000002', code })).status).toBe(401)
})

test('after five wrong tries the right code is refused as well', async () => {
  const browser = identity.browser()
  const code = await ask(browser, '13800000003')
  for (let n = 0; n < 5; n++) {
    expect(
      (await browser.post('identity.signInResident', { phone: '13800000003', code: otherThan(code) })).status,
    ).toBe(401)
  }
  expect((await browser.post('identity.signInResident', { phone: '13800000003', code })).status).toBe(401)
})

test('a code expires after five minutes and lies in the database as a digest only', async () => {
  const browser = identity.browser()
  const code = await ask(browser, '13800000004')
  const { rows } = await identity.core.pool.query(`select to_jsonb(c)::text as row from identity.sign_in_code c`)
  for (const { row } of rows)
    expect(row.replace(/"(created_at|expires_at|used_at)":\s*"[^"]*"/g, '')).not.toContain(`"${code}"`)
  await identity.core.pool.query(
    `update identity.sign_in_code set expires_at = expires_at - interval '5 minutes 1 second'`,
  )
  expect((await browser.post('identity.signInResident', { phone: '13800000004', code })).status).toBe(401)
})

test('a stranger can neither guess nor use up the code that the owner asked for', async () => {
  const [owner, stranger] = [identity.browser('198.51.100.1'), identity.browser('203.0.113.1')]
  const code = await ask(owner, '13800000005')
  for (let n = 0; n < 7; n++) {
    expect((await stranger.post('identity.signInResident', { phone: '13800000005', code })).status).toBe(401)
  }
  expect((await owner.post('identity.signInResident', { phone: '13800000005', code })).status).toBe(200)
})

test('an unknown phone and a known one get the same answers', async () => {
  const known = identity.browser()
  await known.post('identity.signInResident', { phone: '13800000006', code: await ask(known, '13800000006') })
  const [one, other] = [identity.browser(), identity.browser()]
  const asked = [
    await one.post('identity.requestCode', { phone: '13800000006' }),
    await other.post('identity.requestCode', { phone: '13800000007' }),
  ]
  expect(asked[0]).toEqual(asked[1])
  const tried = [
    await one.post('identity.signInResident', { phone: '13800000006', code: 'wrong!' }),
    await other.post('identity.signInResident', { phone: '13800000007', code: 'wrong!' }),
    await other.post('identity.signInResident', { phone: '13899999999', code: 'wrong!' }),
  ]
  expect(tried[0]!.status).toBe(401)
  for (const answer of tried) expect(answer).toEqual(tried[0])
})

test('codes to one number are spaced out, whoever asks; a device used before keeps its own count', async () => {
  const owner = identity.browser('198.51.100.2')
  await owner.post('identity.signInResident', { phone: '13800000008', code: await ask(owner, '13800000008') })
  const before = identity.sent.length
  for (let n = 0; n < 5; n++)
    await identity.browser(`203.0.113.${n}`).post('identity.requestCode', { phone: '13800000008' })
  expect(identity.sent.length - before).toBe(1)
  expect((await owner.post('identity.requestCode', { phone: '13800000008' })).status).toBe(200)
})

test('one address is slowed down after 200 numbers', async () => {
  const statuses = []
  for (let n = 0; n < 205; n++) {
    statuses.push(
      (
        await identity
          .browser('203.0.113.99')
          .post('identity.requestCode', { phone: `1391000${String(n).padStart(4, '0')}` })
      ).status,
    )
  }
  expect(statuses.slice(0, 200).every((status) => status === 200)).toBe(true)
  expect(statuses.slice(200)).toContain(429)
}, 60_000)

test('what is no phone is named as such', async () => {
  const { status, body } = await identity.browser().post('identity.requestCode', { phone: '021-62701234' })
  expect(status).toBe(400)
  expect(body.errors).toMatchObject([{ path: 'phone', reason: 'identity.not-a-phone' }])
})
