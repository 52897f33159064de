import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardFor } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

test('a clerk accepts on the spot; the case runs from today', async () => {
  const reply = await world.send('clerk', 'applications.acceptAtWindow', cardFor(world.people.elder.id))
  expect(reply.body, JSON.stringify(reply.body)).toMatchObject({ state: 'accepted', version: 1 })
})

test('a committee worker, who sees the person, is refused by policy', async () => {
  const reply = await world.send('northWorker', 'applications.acceptAtWindow', cardFor(world.people.worker.id))
  expect(reply.body).toMatchObject({ status: 403, code: 'refused', reason: 'access.post-needed' })
})

test('without the policy the database refuses the committee worker, and the other street finds nobody to file for', async () => {
  const input = cardFor(world.people.worker.id)
  const worker = await world.sendPolicyOff('northWorker', 'applications.acceptAtWindow', input)
  expect(worker.body).toMatchObject({ status: 403, code: 'refused-by-database' })
  expect((await world.sendPolicyOff('foreignClerk', 'applications.acceptAtWindow', input)).status).toBe(404)
  expect((await world.sendPolicyOff('leader', 'applications.acceptAtWindow', input)).status).toBe(404)
  expect(
    await world.look(`select 1 from cases."case" where applicant_person_id = $1`, [world.people.worker.id]),
  ).toEqual([])
})
