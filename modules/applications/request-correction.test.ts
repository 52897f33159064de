import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptedCase, claimedCase, stateOf } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

const missing = [{ key: 'idCards', why: '请带身份证原件' }]

test('the clerk says once what is missing, and the matter rests', async () => {
  const caseId = await claimedCase(world)
  const reply = await world.send('clerk', 'applications.requestCorrection', { caseId, missing })
  expect(reply.body, JSON.stringify(reply.body)).toMatchObject({ state: 'awaitingCorrection' })
})

test('a colleague who was not the first contact is refused by policy', async () => {
  const caseId = await acceptedCase(world, 'southElder')
  const reply = await world.send('otherClerk', 'applications.requestCorrection', { caseId, missing })
  expect(reply.body).toMatchObject({ status: 403, code: 'refused', reason: 'applications.first-contact-only' })
})

test('without the policy the database refuses the leader and hides the case from who has no part in it', async () => {
  const caseId = await claimedCase(world, 'elder')
  const leader = await world.sendPolicyOff('leader', 'applications.requestCorrection', { caseId, missing })
  expect(leader.body).toMatchObject({ status: 403, code: 'refused-by-database' })
  for (const who of ['otherClerk', 'foreignClerk', 'southWorker', 'approver'] as const) {
    expect((await world.sendPolicyOff(who, 'applications.requestCorrection', { caseId, missing })).status, who).toBe(
      404,
    )
  }
  expect((await stateOf(world, caseId)).state).toBe('submitted')
})
