import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
let caseId: string
let personId: string

beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
  personId = world.people.elder.id
  const filed = {
    itemKey: 'elder-card',
    applicant: { kind: 'self', personId },
    answers: { bank: 'icbc', delivery: 'self' },
    materials: { idCard: 'received' },
  }
  await world.send('clerk', 'applications.prepare', { itemKey: 'elder-card', personId })
  caseId = (await world.send('clerk', 'applications.acceptAtWindow', filed)).body.caseId
})
afterAll(() => world.dispose())

const tokenOf = (url: string) => url.split('/').at(-1) as string

test('a receipt is issued to the clerk and to the applicant, and its token opens the public page and nothing personal', async () => {
  for (const who of ['clerk', 'elder'] as const) {
    const issued = await world.send(who, 'receipts.issue', { caseId })
    expect(issued.status, JSON.stringify(issued.body)).toBe(200)
    expect(issued.body.verifyUrl).toMatch(/^http:\/\/linli\.test\/verify\/[\w-]{22}$/)
    const seen = await world.send(null, 'receipts.verify', { token: tokenOf(issued.body.verifyUrl) })
    expect(seen.body.receipt).toMatchObject({ itemKey: 'elder-card', state: 'accepted', subdistrict: '测试街道' })
    const said = JSON.stringify(seen.body)
    const { name, idNumber, phone } = world.people.elder
    for (const personal of [name, idNumber, phone, personId, caseId]) expect(said).not.toContain(personal)
  }
})

test('the token itself rests nowhere', async () => {
  const issued = await world.send('elder', 'receipts.issue', { caseId })
  const token = tokenOf(issued.body.verifyUrl)
  const rows = await world.look<{ row: string }>('select r::text as row from receipts.receipt r')
  expect(rows.length).toBeGreaterThan(0)
  for (const { row } of rows) expect(row).not.toContain(token)
  const entries = await world.look<{ row: string }>('select e::text as row from audit.entry e')
  for (const { row } of entries) expect(row).not.toContain(token)
})

test('a token that is not ours is answered like any other that is not ours', async () => {
  for (const token of ['', 'x', 'A'.repeat(22), '../../etc']) {
    const seen = await world.send(null, 'receipts.verify', { token })
    expect(seen.status).toBe(200)
    expect(seen.body).toEqual({ receipt: null })
  }
})

test('what nobody has accepted has no receipt', async () => {
  const submitted = await world.send('southElder', 'applications.submit', {
    itemKey: 'elder-card',
    applicant: { kind: 'self' },
    answers: { bank: 'icbc', delivery: 'self' },
    materials: {},
  })
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
  const refused = await world.send('southElder', 'receipts.issue', { caseId: submitted.body.caseId })
  expect(refused.status).toBe(403)
})

test('without the policy the database still lets no stranger issue one', async () => {
  for (const who of ['southElder', 'southWorker', 'foreignClerk', 'unbound', 'auditAdmin'] as const) {
    const reply = await world.sendPolicyOff(who, 'receipts.issue', { caseId })
    expect([403, 404], who).toContain(reply.status)
  }
  // She leads and sees the case, but printing papers is not her post's.
  expect((await world.sendPolicyOff('supervisor', 'receipts.issue', { caseId })).status).toBe(403)
})
