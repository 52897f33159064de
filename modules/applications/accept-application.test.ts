import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowanceAnswers, allowanceMaterials, claimedCase, stateOf, submittedCase } from '#testing/applications.ts'
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

test('whoever filed unidentified is linked to somebody in the clerk’s sight alone, and visited by that person’s committee', async () => {
  // The earlier tests have left everybody a live matter.
  await world.look(`truncate cases."case" cascade`)
  const filed = await world.send('unbound', 'applications.submit', {
    itemKey: 'minimum-living-allowance',
    applicant: { kind: 'unbound', name: '李晓燕', idNumber: world.people.worker.idNumber },
    subdistrictId: world.areas.street,
    answers: allowanceAnswers,
    materials: {},
  })
  expect(filed.status, JSON.stringify(filed.body)).toBe(200)
  const { caseId } = filed.body
  const elsewhere = { caseId, materials: allowanceMaterials, personId: world.people.outsider.id }
  expect((await world.send('clerk', 'applications.accept', elsewhere)).status).toBe(400)
  const accepted = await world.send('clerk', 'applications.accept', { ...elsewhere, personId: world.people.worker.id })
  expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
  const steps = await world.look<{ key: string; holder_key: string }>(
    `select key, holder_key from cases.step where case_id = $1 and state = 'open'`,
    [caseId],
  )
  expect(steps).toContainEqual({ key: 'homeVisit', holder_key: `post:committeeWorker@${world.areas.north}` })
  const seen = await world.send('northWorker', 'applications.open', { caseId })
  expect(seen.body.applicant.name).toBe('李晓燕')
})
