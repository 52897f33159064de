import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptedCase, stateOf } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

const extension = { days: 5, reason: '情况复杂，需延长' }

test('the street’s leader extends with a reason', async () => {
  const caseId = await acceptedCase(world)
  const before = await world.look<{ due_on: string }>(
    'select max(due_on)::text as due_on from cases.clock where case_id = $1',
    [caseId],
  )
  const reply = await world.send('leader', 'applications.extend', { caseId, ...extension })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  expect(reply.body.dueOn > before[0]!.due_on || reply.body.dueProvisional).toBe(true)
})

test('the clerk and the supervisor are refused by policy', async () => {
  const caseId = await acceptedCase(world, 'southElder')
  for (const who of ['clerk', 'supervisor'] as const) {
    const reply = await world.send(who, 'applications.extend', { caseId, ...extension })
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused', reason: 'access.post-needed' })
  }
})

test('without the policy the database refuses both and hides the case from the other street’s leader', async () => {
  const caseId = await acceptedCase(world, 'worker')
  for (const who of ['clerk', 'supervisor'] as const) {
    const reply = await world.sendPolicyOff(who, 'applications.extend', { caseId, ...extension })
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused-by-database' })
  }
  expect((await world.sendPolicyOff('foreignLeader', 'applications.extend', { caseId, ...extension })).status).toBe(404)
  expect((await stateOf(world, caseId)).version).toBe(1)
})
