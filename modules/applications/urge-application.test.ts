import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptedCase, concludedCase, stateOf } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

test('the applicant asks for progress', async () => {
  const caseId = await acceptedCase(world)
  expect((await world.send('elder', 'applications.urge', { caseId, note: '请尽快' })).status).toBe(200)
})

test('after the end the policy refuses, and staff may not urge at all', async () => {
  const caseId = await concludedCase(world, 'southElder')
  expect((await world.send('southElder', 'applications.urge', { caseId })).body).toMatchObject({
    status: 403,
    code: 'refused',
  })
  expect((await world.send('clerk', 'applications.urge', { caseId })).body).toMatchObject({
    status: 403,
    reason: 'platform.not-for-you',
  })
})

test('without the policy the database hides the case from every other resident', async () => {
  const caseId = await acceptedCase(world, 'worker')
  for (const who of ['elder', 'southElder', 'unbound'] as const) {
    expect((await world.sendPolicyOff(who, 'applications.urge', { caseId })).status, who).toBe(404)
  }
  expect((await stateOf(world, caseId)).version).toBe(1)
})
