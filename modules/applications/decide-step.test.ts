import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowanceAnswers, allowanceMaterials, did, jointCase, stepOf } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

const opinion = { outcome: 'approved', opinion: '情况属实' }

test('the committee’s worker decides the home visit', async () => {
  const caseId = await jointCase(world)
  const stepId = await stepOf(world, caseId, 'homeVisit')
  const reply = await world.send('northWorker', 'applications.decideStep', { caseId, stepId, ...opinion })
  expect(reply.body, JSON.stringify(reply.body)).toMatchObject({ state: 'accepted' })
})

test('the clerk who accepted it and the department whose step is another are refused by policy', async () => {
  const caseId = await jointCase(world, 'elder')
  const stepId = await stepOf(world, caseId, 'homeVisit')
  const clerk = await world.send('clerk', 'applications.decideStep', { caseId, stepId, ...opinion })
  expect(clerk.body).toMatchObject({ status: 403, code: 'refused', reason: 'access.post-needed' })
  const approver = await world.send('approver', 'applications.decideStep', { caseId, stepId, ...opinion })
  expect(approver.body).toMatchObject({ status: 403, code: 'refused', reason: 'cases.not-your-step' })
})

test('without the policy the database refuses both and hides the case from the other committee', async () => {
  const caseId = await jointCase(world, 'southElder')
  const stepId = await stepOf(world, caseId, 'homeVisit')
  for (const who of ['clerk', 'approver', 'leader'] as const) {
    const reply = await world.sendPolicyOff(who, 'applications.decideStep', { caseId, stepId, ...opinion })
    expect(reply.body, who).toMatchObject({ status: 403, code: 'refused-by-database' })
  }
  for (const who of ['northWorker', 'foreignWorker', 'foreignApprover'] as const) {
    expect(
      (await world.sendPolicyOff(who, 'applications.decideStep', { caseId, stepId, ...opinion })).status,
      who,
    ).toBe(404)
  }
  expect(await stepOf(world, caseId, 'homeVisit')).toBe(stepId)
})

test('somebody without a home in the street is visited by the supervisor in the committee’s stead', async () => {
  const { street } = world.areas
  const [person] = await world.look<{ id: string }>(
    `insert into registry.person (subdistrict_id, name, birth_on, registered_division) values ($1, '无居所', '1980-01-01', '310105') returning id`,
    [street],
  )
  await world.look(`insert into registry.person_scope (person_id, holder_key, why) values ($1, $2, 'test')`, [
    person!.id,
    `account:${world.accounts.clerk.accountId}`,
  ])
  const { caseId } = await did(world, 'clerk', 'applications.acceptAtWindow', {
    itemKey: 'minimum-living-allowance',
    applicant: { kind: 'self', personId: person!.id },
    answers: allowanceAnswers,
    materials: allowanceMaterials,
  })
  const stepId = await stepOf(world, caseId, 'homeVisit')
  await did(world, 'supervisor', 'applications.claimStep', { caseId, stepId })
  await did(world, 'supervisor', 'applications.decideStep', { caseId, stepId, outcome: 'approved', opinion: '属实' })
  const [step] = await world.look<{ state: string }>('select state from cases.step where id = $1', [stepId])
  expect(step!.state).toBe('done')
})
