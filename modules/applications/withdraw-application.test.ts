import { afterAll, beforeAll, expect, test } from 'vitest'
import { decidedCase, jointCase, stateOf } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

test('the applicant takes it back; all open steps end', async () => {
  const caseId = await jointCase(world)
  expect((await world.send('guardian', 'applications.withdraw', { caseId })).body).toMatchObject({ state: 'withdrawn' })
  expect(await world.look(`select 1 from cases.step where case_id = $1 and state = 'open'`, [caseId])).toEqual([])
})

test('after the decision, and for the leader, the policy refuses', async () => {
  const decided = await decidedCase(world)
  expect((await world.send('elder', 'applications.withdraw', { caseId: decided })).body).toMatchObject({
    status: 403,
    code: 'refused',
  })
  const caseId = await jointCase(world, 'southElder')
  expect((await world.send('leader', 'applications.withdraw', { caseId })).body).toMatchObject({
    status: 403,
    code: 'refused',
  })
})

test('without the policy the database refuses leader, visitor and approver and hides the case from another resident', async () => {
  const caseId = await jointCase(world, 'elder')
  for (const who of ['leader', 'northWorker', 'approver'] as const) {
    const reply = await world.sendPolicyOff(who, 'applications.withdraw', { caseId })
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused-by-database' })
  }
  expect((await world.sendPolicyOff('southElder', 'applications.withdraw', { caseId })).status).toBe(404)
  expect((await stateOf(world, caseId)).state).toBe('accepted')
})
