import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptedCase, stateOf } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

const instruction = '请本周内答复'

test('supervisor and leader instruct whoever has the step', async () => {
  const caseId = await acceptedCase(world)
  for (const who of ['supervisor', 'leader'] as const) {
    expect((await world.send(who, 'applications.supervise', { caseId, instruction })).status, who).toBe(200)
  }
})

test('the clerk is refused by policy', async () => {
  const caseId = await acceptedCase(world, 'southElder')
  const reply = await world.send('clerk', 'applications.supervise', { caseId, instruction })
  expect(reply.body).toMatchObject({ status: 403, code: 'refused', reason: 'access.post-needed' })
})

test('without the policy the database refuses both clerks and hides the case from the other street’s leader', async () => {
  const caseId = await acceptedCase(world, 'worker')
  for (const who of ['clerk', 'otherClerk'] as const) {
    const reply = await world.sendPolicyOff(who, 'applications.supervise', { caseId, instruction })
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused-by-database' })
  }
  expect((await world.sendPolicyOff('foreignLeader', 'applications.supervise', { caseId, instruction })).status).toBe(
    404,
  )
  expect((await stateOf(world, caseId)).version).toBe(1)
})

test('the applicant reads that it was supervised, and not the words between colleagues', async () => {
  const caseId = (await world.look<{ id: string }>(`select id from cases."case" order by opened_at limit 1`))[0]!.id
  const seen = await world.send('elder', 'applications.open', { caseId })
  expect(seen.body.timeline.map((entry: { what: string }) => entry.what)).toContain('督办')
  expect(JSON.stringify(seen.body)).not.toContain(instruction)
  expect(JSON.stringify((await world.send('supervisor', 'applications.open', { caseId })).body.timeline)).toContain(
    '督办',
  )
})
