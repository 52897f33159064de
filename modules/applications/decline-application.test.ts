import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimedCase, stateOf, submittedCase } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

const reason = '不属于本街道受理范围'

test('the clerk who took the acceptance declines with a reason; the case is closed', async () => {
  const caseId = await claimedCase(world)
  const reply = await world.send('clerk', 'applications.decline', { caseId, reason })
  expect(reply.body, JSON.stringify(reply.body)).toMatchObject({ state: 'declined' })
  // Declined in an unclaimed acceptance too: with the step the clerk's sight ends, and the row must follow all the same.
  const other = await submittedCase(world, 'southElder')
  await world.send('clerk', 'applications.decline', { caseId: other, reason })
  for (const id of [caseId, other]) expect(await stateOf(world, id)).toMatchObject({ state: 'declined' })
  expect((await world.send('clerk', 'applications.open', { caseId: other })).status).toBe(200)
})

test('the leader is refused by policy', async () => {
  const caseId = await submittedCase(world, 'elder')
  const reply = await world.send('leader', 'applications.decline', { caseId, reason })
  expect(reply.body).toMatchObject({ status: 403, code: 'refused', reason: 'access.post-needed' })
})

test('without the policy the database refuses leader and supervisor and hides it from the colleague and the other street', async () => {
  const caseId = await claimedCase(world, 'southElder')
  for (const who of ['leader', 'supervisor'] as const) {
    const reply = await world.sendPolicyOff(who, 'applications.decline', { caseId, reason })
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused-by-database' })
  }
  expect((await world.sendPolicyOff('otherClerk', 'applications.decline', { caseId, reason })).status).toBe(404)
  expect((await world.sendPolicyOff('foreignClerk', 'applications.decline', { caseId, reason })).status).toBe(404)
  expect((await stateOf(world, caseId)).state).toBe('submitted')
})
