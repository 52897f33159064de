import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptedCase, jointCase, stepOf } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

test('the clerk, or the bureau’s own system, records what the city says', async () => {
  const caseId = await acceptedCase(world)
  const stepId = await stepOf(world, caseId, 'cityReview')
  const running = { caseId, stepId, foreignStatus: '审核中', foreignNumber: 'C-1', how: 'api' }
  expect((await world.send('machine', 'applications.recordExternal', running)).body).toMatchObject({
    state: 'accepted',
  })
  const done = await world.send('clerk', 'applications.recordExternal', { caseId, stepId, foreignStatus: '已制卡' })
  expect(done.body, JSON.stringify(done.body)).toMatchObject({ state: 'decided' })
})

test('the leader and the visitor are refused by policy, and so is a machine at an internal step', async () => {
  const caseId = await jointCase(world)
  const stepId = await stepOf(world, caseId, 'meansCheck')
  for (const who of ['leader', 'northWorker'] as const) {
    const reply = await world.send(who, 'applications.recordExternal', { caseId, stepId, foreignStatus: '符合' })
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused', reason: 'access.post-needed' })
  }
  const visit = { caseId, stepId: await stepOf(world, caseId, 'homeVisit'), foreignStatus: '符合' }
  const machine = await world.send('machine', 'applications.recordExternal', visit)
  expect(machine.body).toMatchObject({ status: 403, code: 'refused' })
})

test('a machine is told that there is no such open step', async () => {
  const caseId = await acceptedCase(world, 'southElder')
  const input = { caseId, stepId: world.areas.grid, foreignStatus: '批准' }
  const reply = await world.send('machine', 'applications.recordExternal', input)
  expect(reply.body).toMatchObject({ status: 403, code: 'refused' })
})

test('without the policy the database refuses them all, and hides the case from the other street’s machine', async () => {
  const caseId = await jointCase(world, 'elder')
  const stepId = await stepOf(world, caseId, 'meansCheck')
  const input = { caseId, stepId, foreignStatus: '符合' }
  for (const who of ['leader', 'northWorker', 'clerk'] as const) {
    const reply = await world.sendPolicyOff(who, 'applications.recordExternal', input)
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused-by-database' })
  }
  const visit = { ...input, stepId: await stepOf(world, caseId, 'homeVisit') }
  expect((await world.sendPolicyOff('machine', 'applications.recordExternal', visit)).body).toMatchObject({
    code: 'refused-by-database',
  })
  for (const who of ['foreignMachine', 'foreignApprover', 'southWorker'] as const) {
    expect((await world.sendPolicyOff(who, 'applications.recordExternal', input)).status, who).toBe(404)
  }
  expect(await stepOf(world, caseId, 'meansCheck')).toBe(stepId)
})
