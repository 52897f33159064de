import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

const input = () => ({ itemKey: 'elder-card', personId: world.people.elder.id })

test('a clerk sees the prefilled page of somebody of the street', async () => {
  const reply = await world.send('clerk', 'applications.prepare', input())
  expect(reply.body, JSON.stringify(reply.body)).toMatchObject({ found: true, name: '张德明' })
})

test('whoever holds no window post is refused by policy, however well he sees the person', async () => {
  for (const who of ['northWorker', 'leader', 'approver'] as const) {
    const reply = await world.send(who, 'applications.prepare', input())
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused', reason: 'access.post-needed' })
  }
})

test('without the policy the database still shows nobody: not by id to the leader, not by number to an approver, not to the other street', async () => {
  for (const who of ['leader', 'foreignClerk', 'southWorker'] as const) {
    const reply = await world.sendPolicyOff(who, 'applications.prepare', input())
    expect(reply.body, who).toMatchObject({ found: false, name: null, personId: null, openCase: null })
  }
  const byNumber = { itemKey: 'elder-card', idNumber: world.people.elder.idNumber }
  for (const who of ['approver', 'leader'] as const) {
    const reply = await world.sendPolicyOff(who, 'applications.prepare', byNumber)
    expect(reply.body, who).toMatchObject({ found: false, name: null, personId: null })
  }
})
