import { afterAll, beforeAll, expect, test } from 'vitest'
import { decidedCase, did, stateOf, stepOf } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

test('the clerk hands over the result and the case is closed', async () => {
  const caseId = await decidedCase(world)
  expect((await world.send('clerk', 'applications.conclude', { caseId })).body).toMatchObject({ state: 'concluded' })
})

test('the clerk who filed it is refused by policy once a colleague has taken the conclusion', async () => {
  const caseId = await decidedCase(world, 'worker')
  await did(world, 'otherClerk', 'applications.claimStep', {
    caseId,
    stepId: await stepOf(world, caseId, 'conclusion'),
  })
  const reply = await world.send('clerk', 'applications.conclude', { caseId })
  expect(reply.body).toMatchObject({ status: 403, code: 'refused', reason: 'cases.step-claimed' })
})

test('without the policy the database refuses that clerk and the leader, and hides the case from the other street', async () => {
  const caseId = await decidedCase(world, 'southElder')
  await did(world, 'otherClerk', 'applications.claimStep', {
    caseId,
    stepId: await stepOf(world, caseId, 'conclusion'),
  })
  for (const who of ['clerk', 'leader'] as const) {
    const reply = await world.sendPolicyOff(who, 'applications.conclude', { caseId })
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused-by-database' })
  }
  expect((await world.sendPolicyOff('foreignClerk', 'applications.conclude', { caseId })).status).toBe(404)
  expect((await stateOf(world, caseId)).state).toBe('decided')
})

test('thirty days after the end the clerk no longer sees the person through the case', async () => {
  const caseId = await decidedCase(world, 'elder')
  await did(world, 'clerk', 'applications.conclude', { caseId })
  const open = await world.look(
    `select holder_key, why from registry.person_scope where why like $1 and (until is null or until > now() + interval '30 days')`,
    [`case:${caseId}%`],
  )
  expect(open).toEqual([])
})
