import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptedCase,
  allowanceForMyself,
  allowanceMaterials,
  claimedCase,
  did,
  jointCase,
  stepOf,
} from '#testing/applications.ts'
import { type Background, notices, startBackground } from '#testing/background.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
let background: Background
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
  background = await startBackground(world)
})
afterAll(async () => {
  await background.stop()
  await world.dispose()
})

const templates = async (caseId: string, to: string) =>
  (await notices(world, caseId)).filter((one) => one.to === to).map((one) => one.template)

test('the applicant is told at each state, from the phone to the rating', async () => {
  const caseId = await acceptedCase(world, 'elder')
  await background.run()
  const stepId = await stepOf(world, caseId, 'cityReview')
  await did(world, 'clerk', 'applications.recordExternal', { caseId, stepId, foreignStatus: '已制卡' })
  await did(world, 'clerk', 'applications.conclude', { caseId })
  await background.run()
  expect(await templates(caseId, `person:${world.people.elder.id}`)).toEqual([
    'applications.accepted',
    'applications.decided',
    'applications.concluded',
    'applications.ratingAsked',
  ])
})

test('a correction, a finished joint step and an extension are told too', async () => {
  const caseId = await claimedCase(world, 'guardian')
  await did(world, 'clerk', 'applications.requestCorrection', { caseId, missing: [{ key: 'idCards', why: '缺' }] })
  await did(world, 'guardian', 'applications.receiveCorrection', { caseId, materials: allowanceMaterials })
  await did(world, 'clerk', 'applications.accept', { caseId, materials: allowanceMaterials })
  await did(world, 'leader', 'applications.extend', { caseId, days: 5, reason: '需要入户' })
  const stepId = await stepOf(world, caseId, 'homeVisit')
  await did(world, 'northWorker', 'applications.decideStep', { caseId, stepId, outcome: 'approved', opinion: '属实' })
  await background.run()
  expect(await templates(caseId, `person:${world.people.worker.id}`)).toEqual([
    'applications.submitted',
    'applications.correctionRequested',
    'applications.correctionReceived',
    'applications.accepted',
    'applications.extended',
    'applications.stepDone',
  ])
})

test('an agent hears what the applicant hears; an account without a checked document is told as an account', async () => {
  const { caseId } = await did(world, 'clerk', 'applications.acceptAtWindow', {
    itemKey: 'minimum-living-allowance',
    applicant: {
      kind: 'agent',
      personId: world.people.southElder.id,
      agentPersonId: world.people.elder.id,
      authorisation: '委托书',
    },
    answers: allowanceForMyself.answers,
    materials: allowanceMaterials,
  })
  const unbound = await did(world, 'unbound', 'applications.submit', {
    ...allowanceForMyself,
    subdistrictId: world.areas.street,
    applicant: { kind: 'unbound', name: '王未核', idNumber: world.people.outsider.idNumber },
  })
  await background.run()
  expect(
    (await notices(world, caseId))
      .filter((one) => one.template === 'applications.accepted')
      .map((one) => one.to)
      .sort(),
  ).toEqual([`person:${world.people.southElder.id}`, `person:${world.people.elder.id}`].sort())
  expect(await notices(world, unbound.caseId)).toMatchObject([
    { to: `account:${world.accounts.unbound.accountId}`, template: 'applications.submitted' },
  ])
})

test('urging reaches whoever has the open steps: the post, and by name who took one; supervising the supervisors as well', async () => {
  const caseId = await jointCase(world, 'elder')
  const visit = await stepOf(world, caseId, 'homeVisit')
  await did(world, 'northWorker', 'applications.claimStep', { caseId, stepId: visit })
  await did(world, 'elder', 'applications.urge', { caseId, note: '等了很久，我姓张，电话13800001234' })
  await did(world, 'supervisor', 'applications.supervise', { caseId, instruction: '请尽快' })
  await background.run()
  const told = (await notices(world, caseId)).filter((one) => one.template.startsWith('cases.'))
  const holders = [`account:${world.accounts.northWorker.accountId}`, `post:departmentApprover@${world.areas.street}`]
  const to = (template: string) => told.filter((one) => one.template === template).map((one) => one.to)
  expect(to('cases.urged').sort()).toEqual(holders.sort())
  expect(to('cases.supervised').sort()).toEqual([...holders, `post:supervisor@${world.areas.street}`].sort())
})

test('no notice and no message says more than number, item, step, days and office', async () => {
  for (const { params } of await notices(world))
    expect(['due', 'item', 'number', 'step', 'related', 'relatedKey', 'reason']).toEqual(
      expect.arrayContaining(Object.keys(params)),
    )
  const said = JSON.stringify([await notices(world), background.sent])
  for (const person of Object.values(world.people)) expect(said).not.toContain(person.name)
  for (const secret of ['生病', '13800001234', '等了很久', '属实', '需要入户']) expect(said).not.toContain(secret)
  expect(background.sent.length).toBeGreaterThan(4)
})
