import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.dispose())

test('one’s own number and a ward’s are shown in full, each with its entry, and rest nowhere', async () => {
  const { elder, child } = world.people
  const key = { 'idempotency-key': 'my-own-number' }
  const own = await world.send('elder', 'residents.revealOwn', { personId: elder.id, field: 'idNumber' }, key)
  expect(own.body, JSON.stringify(own.body)).toEqual({ numbers: [elder.idNumber] })
  const ward = await world.send('guardian', 'residents.revealOwn', { personId: child.id, field: 'phones' })
  expect(ward.body).toEqual({ numbers: [child.phone] })
  const entries = await world.look<{ detail: object }>(
    `select detail from audit.entry where verb = 'residents.revealOwn' and outcome = 'done' order by detail ->> 'field'`,
  )
  expect(entries).toEqual([{ detail: { field: 'idNumber' } }, { detail: { field: 'phones' } }])
  const kept = await world.look<{ row: string }>(`select a::text as row from access.answered_request a`)
  expect(kept.some(({ row }) => row.includes(elder.idNumber))).toBe(false)
})

test('staff, machines and nobody are refused by the policy, and strangers find nobody there', async () => {
  const input = { personId: world.people.elder.id, field: 'idNumber' }
  expect((await world.send('clerk', 'residents.revealOwn', input)).status).toBe(403)
  expect((await world.send('machine', 'residents.revealOwn', input)).status).toBe(403)
  expect((await world.send(null, 'residents.revealOwn', input)).status).toBe(401)
  for (const who of ['southElder', 'unbound', 'guardian'] as const) {
    expect((await world.send(who, 'residents.revealOwn', input)).status, who).toBe(404)
  }
})

test('whoever sees the person for another reason is refused by the policy', async () => {
  await world.look(`select registry.grant_person_scope($1, 'account:' || $2, 'test')`, [
    world.people.elder.id,
    world.accounts.unbound.accountId,
  ])
  const input = { personId: world.people.elder.id, field: 'idNumber' }
  const reply = await world.send('unbound', 'residents.revealOwn', input)
  expect(reply.body.reason).toBe('residents.not-your-person')
})

test('with the policy off the database still hides the person, and a ward of age', async () => {
  const input = { personId: world.people.elder.id, field: 'idNumber' }
  for (const who of ['southElder', 'guardian'] as const) {
    expect((await world.sendPolicyOff(who, 'residents.revealOwn', input)).status, who).toBe(404)
  }
  const { child } = world.people
  await world.look(
    `update registry.guardianship set during = daterange('2016-05-05', '2026-01-01') where ward_id = $1`,
    [child.id],
  )
  const late = await world.sendPolicyOff('guardian', 'residents.revealOwn', { personId: child.id, field: 'idNumber' })
  expect(late.status).toBe(404)
})
