import { afterAll, beforeAll, expect, test } from 'vitest'
import { jointCase, stepOf, submittedCase } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

const claimant = async (stepId: string) =>
  (await world.look<{ claimed_by: string | null }>('select claimed_by from cases.step where id = $1', [stepId]))[0]!
    .claimed_by

test('one holder of the post takes the step', async () => {
  const caseId = await submittedCase(world)
  const stepId = await stepOf(world, caseId, 'acceptance')
  const reply = await world.send('clerk', 'applications.claimStep', { caseId, stepId })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  expect(await claimant(stepId)).toBe(world.accounts.clerk.accountId)
})

test('the leader, who sees the case, and the visitor, whose step is another, are refused by policy', async () => {
  const caseId = await jointCase(world, 'elder')
  const stepId = await stepOf(world, caseId, 'meansCheck')
  for (const who of ['leader', 'northWorker'] as const) {
    const reply = await world.send(who, 'applications.claimStep', { caseId, stepId })
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused', reason: 'cases.not-your-step' })
  }
})

test('without the policy the database refuses both, and hides the case from the other committee and street', async () => {
  const caseId = await jointCase(world, 'southElder')
  const stepId = await stepOf(world, caseId, 'meansCheck')
  for (const who of ['leader', 'southWorker'] as const) {
    const reply = await world.sendPolicyOff(who, 'applications.claimStep', { caseId, stepId })
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused-by-database' })
  }
  for (const who of ['northWorker', 'foreignApprover', 'foreignClerk'] as const) {
    expect((await world.sendPolicyOff(who, 'applications.claimStep', { caseId, stepId })).status, who).toBe(404)
  }
  expect(await claimant(stepId)).toBeNull()
})
