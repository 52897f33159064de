import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.dispose())

const reason = { reason: '上门核对住址' }

test('lifts the mask of the named field alone, thirty times a day, each time with its own entry', async () => {
  const { id: personId, phone } = world.people.southElder
  const input = { personId, fields: ['phones'], purpose: reason }
  const reply = await world.send('southWorker', 'people.reveal', input)
  expect(reply.body).toEqual({ phones: [expect.objectContaining({ number: phone })] })
  for (let n = 1; n < 30; n++) await world.send('southWorker', 'people.reveal', input)
  const over = await world.send('southWorker', 'people.reveal', input)
  expect(over.status).toBe(403)
  expect(over.body.reason).toBe('people.reveal-limit')
  const [entries] = await world.look<{ n: number }>(
    `select count(*)::int as n from audit.entry where verb = 'people.reveal' and outcome = 'done' and $1 = any (subjects)`,
    [personId],
  )
  expect(entries!.n).toBe(30)
  const tomorrow = new Date(Date.parse(world.clock.now()) + 86_400_000).toISOString()
  world.clock.set(tomorrow)
  expect((await world.send('southWorker', 'people.reveal', input)).status).toBe(200)
})

test('a phone that is no longer in use stays masked for good', async () => {
  const { id: personId } = world.people.worker
  await world.look(
    `update registry.person_phone set during = daterange('2020-01-01', '2021-01-01') where person_id = $1`,
    [personId],
  )
  const reply = await world.send('clerk', 'people.reveal', { personId, fields: ['phones'], purpose: reason })
  expect(reply.body).toEqual({ phones: [] })
})

test('without a purpose nothing is revealed', async () => {
  const input = { personId: world.people.elder.id, fields: ['idNumber'], purpose: {} }
  expect((await world.send('clerk', 'people.reveal', input)).status).toBe(400)
})

test('is refused to other posts by policy', async () => {
  const input = { personId: world.people.elder.id, fields: ['idNumber'], purpose: reason }
  await see('approver', world.people.elder.id)
  expect((await world.send('approver', 'people.reveal', input)).status).toBe(403)
  expect((await world.send('elder', 'people.reveal', input)).status).toBe(403)
})

test('and by the database with the policy off, even where the person is in sight', async () => {
  const input = { personId: world.people.elder.id, fields: ['idNumber'], purpose: reason }
  await see('approver', world.people.elder.id)
  for (const who of ['approver', 'elder'] as const) {
    const reply = await world.sendPolicyOff(who, 'people.reveal', input)
    expect(reply.status, who).toBe(403)
    expect(JSON.stringify(reply.body)).not.toContain(world.people.elder.idNumber)
  }
  expect((await world.sendPolicyOff('southWorker', 'people.reveal', input)).status).toBe(404)
})

test('the answer is stored nowhere, and a repeated call is counted and audited anew', async () => {
  const { id: personId, idNumber } = world.people.southElder
  const input = { personId, fields: ['idNumber'], purpose: reason }
  const key = { 'idempotency-key': 'reveal-0001' }
  const first = await world.send('southWorker', 'people.reveal', input, key)
  expect(first.body).toMatchObject({ idNumber })
  expect((await world.send('southWorker', 'people.reveal', input, key)).headers.get('idempotency-replayed')).toBeNull()
  const kept = await world.look('select * from access.answered_request')
  expect(JSON.stringify(kept)).not.toContain(idNumber)
})

const see = (who: 'approver', personId: string) =>
  world.look(`select registry.grant_person_scope($1, $2, 'test')`, [
    personId,
    `account:${world.accounts[who].accountId}`,
  ])
