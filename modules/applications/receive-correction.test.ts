import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctionCase, jointCase, stateOf } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

test('the applicant sends what was missing and the matter goes on', async () => {
  const caseId = await correctionCase(world)
  const reply = await world.send('guardian', 'applications.receiveCorrection', { caseId, note: '已补' })
  expect(reply.body, JSON.stringify(reply.body)).toMatchObject({ state: 'submitted' })
})

test('where nothing was asked for, and for the leader, the policy refuses', async () => {
  const caseId = await jointCase(world, 'elder')
  expect((await world.send('elder', 'applications.receiveCorrection', { caseId })).body).toMatchObject({
    status: 403,
    code: 'refused',
  })
  expect((await world.send('leader', 'applications.receiveCorrection', { caseId })).body).toMatchObject({
    status: 403,
    code: 'refused',
  })
})

test('without the policy the database refuses the leader and hides the case from another resident', async () => {
  const caseId = await correctionCase(world, 'southElder')
  const leader = await world.sendPolicyOff('leader', 'applications.receiveCorrection', { caseId })
  expect(leader.body).toMatchObject({ status: 403, code: 'refused-by-database' })
  expect((await world.sendPolicyOff('elder', 'applications.receiveCorrection', { caseId })).status).toBe(404)
  expect((await world.sendPolicyOff('unbound', 'applications.receiveCorrection', { caseId })).status).toBe(404)
  expect((await stateOf(world, caseId)).state).toBe('awaitingCorrection')
})
