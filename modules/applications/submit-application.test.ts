import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowanceAnswers, allowanceForMyself, allowanceMaterials, did, stepOf } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

test('a bound resident submits for herself and, as guardian, for her child', async () => {
  const own = await world.send('guardian', 'applications.submit', allowanceForMyself)
  expect(own.body, JSON.stringify(own.body)).toMatchObject({ state: 'submitted', version: 1 })
  const child = { ...allowanceForMyself, applicant: { kind: 'guardian', personId: world.people.child.id } }
  expect((await world.send('guardian', 'applications.submit', child)).body).toMatchObject({ state: 'submitted' })
})

test('an account without a person is refused by policy, and so is the ward filed for as oneself', async () => {
  const unbound = { ...allowanceForMyself, subdistrictId: world.areas.street }
  const reply = await world.send('unbound', 'applications.submit', unbound)
  expect(reply.body).toMatchObject({ status: 403, reason: 'applications.bind-first' })
  const asSelf = { ...allowanceForMyself, applicant: { kind: 'self', personId: world.people.child.id } }
  const wrong = await world.send('guardian', 'applications.submit', asSelf)
  expect(wrong.body).toMatchObject({ status: 403, reason: 'applications.not-yours' })
})

test('without the policy the database lets nobody file for a stranger', async () => {
  for (const kind of ['self', 'guardian']) {
    const input = { ...allowanceForMyself, applicant: { kind, personId: world.people.child.id } }
    expect((await world.sendPolicyOff('elder', 'applications.submit', input)).status).toBe(404)
    expect(
      (await world.sendPolicyOff('unbound', 'applications.submit', { ...input, subdistrictId: world.areas.street }))
        .status,
    ).toBe(404)
  }
})

test('an account that filed before the document was checked gets no sight of the person whom the window links', async () => {
  const { caseId } = await did(world, 'unbound', 'applications.submit', {
    itemKey: 'minimum-living-allowance',
    subdistrictId: world.areas.street,
    applicant: { kind: 'unbound', name: world.people.southElder.name, idNumber: world.people.southElder.idNumber },
    answers: allowanceAnswers,
    materials: {},
  })
  const stepId = await stepOf(world, caseId, 'acceptance')
  await did(world, 'clerk', 'applications.claimStep', { caseId, stepId })
  const personId = world.people.southElder.id
  await did(world, 'clerk', 'applications.accept', { caseId, personId, materials: allowanceMaterials })
  const holder = `account:${world.accounts.unbound.accountId}`
  expect(await world.look('select why from registry.person_scope where holder_key = $1', [holder])).toEqual([])
  const again = { ...allowanceForMyself, itemKey: 'elder-card', applicant: { kind: 'guardian', personId } }
  expect((await world.sendPolicyOff('unbound', 'applications.submit', again)).status).toBe(404)
})
