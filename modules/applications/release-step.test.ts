import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimedCase, jointCase, stepOf } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

test('the holder gives the step back, sees the case no longer through it, and a colleague can take it', async () => {
  const caseId = await claimedCase(world)
  const stepId = await stepOf(world, caseId, 'acceptance')
  const sight = () =>
    world.look<{ open: boolean }>(
      `select until is null or until > now() as open from cases.case_scope
       where case_id = $1 and holder_key = $2 and why = $3`,
      [caseId, `account:${world.accounts.clerk.accountId}`, `step:${stepId}`],
    )
  expect(await sight()).toEqual([{ open: true }])
  expect((await world.send('clerk', 'applications.releaseStep', { caseId, stepId })).status).toBe(200)
  expect(await sight()).toEqual([{ open: false }])
  expect((await world.send('otherClerk', 'applications.claimStep', { caseId, stepId })).status).toBe(200)
})

test('another post on the same case is refused by policy', async () => {
  const caseId = await jointCase(world, 'elder')
  const stepId = await stepOf(world, caseId, 'meansCheck')
  const reply = await world.send('northWorker', 'applications.releaseStep', { caseId, stepId })
  expect(reply.body).toMatchObject({ status: 403, code: 'refused', reason: 'cases.not-your-step' })
})

test('without the policy the database lets nobody release what another has taken', async () => {
  const caseId = await jointCase(world, 'southElder')
  const stepId = await stepOf(world, caseId, 'meansCheck')
  expect((await world.send('approver', 'applications.claimStep', { caseId, stepId })).status).toBe(200)
  for (const who of ['leader', 'southWorker'] as const) {
    const reply = await world.sendPolicyOff(who, 'applications.releaseStep', { caseId, stepId })
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused-by-database' })
  }
  expect((await world.sendPolicyOff('secondApprover', 'applications.releaseStep', { caseId, stepId })).status).toBe(404)
  const [step] = await world.look('select claimed_by from cases.step where id = $1', [stepId])
  expect(step).toEqual({ claimed_by: world.accounts.approver.accountId })
})
