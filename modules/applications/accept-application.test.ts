import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowanceMaterials, claimedCase, stateOf, submittedCase } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

test('the clerk who took the acceptance accepts; the clocks start and the joint steps open', async () => {
  const caseId = await claimedCase(world)
  const reply = await world.send('clerk', 'applications.accept', { caseId, materials: allowanceMaterials })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  expect(reply.body).toMatchObject({ state: 'accepted' })
  expect(reply.body.dueOn).toMatch(/^2026-/)
})

test('a leader and a supervisor, who see the case, are refused by policy, and so is a second acceptance', async () => {
  const caseId = await submittedCase(world, 'elder')
  for (const who of ['leader', 'supervisor'] as const) {
    const reply = await world.send(who, 'applications.accept', { caseId, materials: allowanceMaterials })
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused', reason: 'access.post-needed' })
  }
  expect(await stateOf(world, caseId)).toEqual({ state: 'submitted', version: 1 })
})

test('without the policy the database refuses the leader, a clerk whose colleague took it, and hides it from the other street', async () => {
  const caseId = await claimedCase(world, 'southElder')
  const input = { caseId, materials: allowanceMaterials }
  const leader = await world.sendPolicyOff('leader', 'applications.accept', input)
  expect(leader.body).toMatchObject({ status: 403, code: 'refused-by-database' })
  expect((await world.sendPolicyOff('otherClerk', 'applications.accept', input)).status).toBe(404)
  expect((await world.sendPolicyOff('foreignClerk', 'applications.accept', input)).status).toBe(404)
  expect(await stateOf(world, caseId)).toEqual({ state: 'submitted', version: 2 })
})
