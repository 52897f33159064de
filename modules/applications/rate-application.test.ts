import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptedCase, concludedCase, did } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

test('the applicant rates once', async () => {
  const caseId = await concludedCase(world)
  expect((await world.send('elder', 'applications.rate', { caseId, stars: 5, words: '办得快' })).status).toBe(200)
})

test('a running case and a second rating are refused by policy', async () => {
  const caseId = await concludedCase(world, 'southElder')
  await did(world, 'southElder', 'applications.rate', { caseId, stars: 4 })
  const again = await world.send('southElder', 'applications.rate', { caseId, stars: 1 })
  expect(again.body).toMatchObject({ status: 403, reason: 'cases.already-rated' })
  const running = await acceptedCase(world, 'elder')
  expect((await world.send('elder', 'applications.rate', { caseId: running, stars: 1 })).body).toMatchObject({
    status: 403,
  })
})

test('without the policy the database refuses the second rating and hides the case from another resident', async () => {
  const caseId = await concludedCase(world, 'worker')
  expect((await world.sendPolicyOff('elder', 'applications.rate', { caseId, stars: 1 })).status).toBe(404)
  await did(world, 'guardian', 'applications.rate', { caseId, stars: 4 })
  const again = await world.sendPolicyOff('guardian', 'applications.rate', { caseId, stars: 1 })
  expect(again.body).toMatchObject({ status: 403, code: 'refused-by-database' })
  expect(await world.look('select stars from cases.rating where case_id = $1', [caseId])).toEqual([{ stars: 4 }])
})
