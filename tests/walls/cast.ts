import {
  acceptedCase,
  allowanceAnswers,
  cardFor,
  claimedCase,
  concludedCase,
  decidedCase,
  did,
  jointCase,
  stepOf,
  submittedCase,
} from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'
import type { PersonName } from '#testing/world-people.ts'
import { type AccountName, staff } from '#testing/world-posts.ts'

export interface OpenStep {
  key: string
  id: string
  kind: 'internal' | 'external'
  /** Post kind and area by name, as told by hand. */
  post: string
  area: 'street' | 'otherStreet' | 'north' | 'south' | 'district'
  claimedBy?: AccountName
}

/** A case of the cast, as its makers know it: nothing here is read from the tables of scope. */
export interface CastCase {
  name: string
  id: string
  state: 'submitted' | 'awaitingCorrection' | 'accepted' | 'decided' | 'concluded'
  street: 'street' | 'otherStreet'
  committee: 'north' | 'south' | 'otherCommittee' | null
  applicant: PersonName | null
  /** The account that filed it, and those who have had a step of it in hand. */
  filer: AccountName
  firstContact: AccountName | null
  hadStep: AccountName[]
  steps: OpenStep[]
}

export interface Cast {
  world: World
  cases: CastCase[]
}

type Wanted = Omit<CastCase, 'id' | 'steps'> & { steps: Omit<OpenStep, 'id'>[] }

/** Nine cases in all states, two committees and two streets, made by the actions themselves. */
export async function createCast(): Promise<Cast> {
  const world = await createWorld()
  await publishItems(world)
  const cases: CastCase[] = []
  const add = async (id: string, wanted: Wanted) => {
    const steps = await Promise.all(wanted.steps.map(async (one) => ({ ...one, id: await stepOf(world, id, one.key) })))
    cases.push({ ...wanted, id, steps })
  }
  const north = { street: 'street', committee: 'north' } as const
  const south = { street: 'street', committee: 'south' } as const
  const byClerk = { filer: 'clerk', firstContact: 'clerk', hadStep: [] } as const
  const acceptance = { key: 'acceptance', kind: 'internal', post: 'windowClerk', area: 'street' } as const
  const conclusion = { ...acceptance, key: 'conclusion' } as const
  const city = { key: 'cityReview', kind: 'external', post: 'windowClerk', area: 'street' } as const

  await add(await acceptedCase(world, 'elder'), {
    ...{ name: 'card accepted', state: 'accepted', applicant: 'elder', ...north, ...byClerk, hadStep: [] },
    steps: [city],
  })
  await add(await decidedCase(world, 'worker'), {
    ...{ name: 'card decided', state: 'decided', applicant: 'worker', ...north, ...byClerk, hadStep: [] },
    steps: [conclusion],
  })
  await add(await concludedCase(world, 'southElder'), {
    ...{ name: 'card concluded', state: 'concluded', applicant: 'southElder', ...south, ...byClerk, hadStep: [] },
    steps: [],
  })
  await add(await jointCase(world, 'elder'), {
    ...{ name: 'joint steps', state: 'accepted', applicant: 'elder', ...north },
    ...{ filer: 'elder', firstContact: 'clerk', hadStep: ['clerk'] },
    steps: [
      { key: 'homeVisit', kind: 'internal', post: 'committeeWorker', area: 'north' },
      { key: 'meansCheck', kind: 'external', post: 'departmentApprover', area: 'street' },
    ],
  })
  await add(await submittedCase(world, 'guardian'), {
    ...{ name: 'submitted', state: 'submitted', applicant: 'worker', ...north },
    ...{ filer: 'guardian', firstContact: null, hadStep: [] },
    steps: [acceptance],
  })
  await add(await claimedCase(world, 'southElder'), {
    ...{ name: 'acceptance taken', state: 'submitted', applicant: 'southElder', ...south },
    ...{ filer: 'southElder', firstContact: null, hadStep: [] },
    steps: [{ ...acceptance, claimedBy: 'clerk' }],
  })
  await add(await correctionForChild(world), {
    ...{ name: 'correction for the child', state: 'awaitingCorrection', applicant: 'child', ...north },
    ...{ filer: 'guardian', firstContact: null, hadStep: [] },
    steps: [{ ...acceptance, claimedBy: 'otherClerk' }],
  })
  await add(await submittedUnbound(world), {
    ...{ name: 'filed from an unbound phone', state: 'submitted', street: 'street', committee: null, applicant: null },
    ...{ filer: 'unbound', firstContact: null, hadStep: [] },
    steps: [acceptance],
  })
  const foreign = await did(world, 'foreignClerk', 'applications.acceptAtWindow', cardFor(world.people.outsider.id))
  await add(foreign.caseId, {
    ...{ name: 'card of the other street', state: 'accepted', street: 'otherStreet', committee: 'otherCommittee' },
    ...{ applicant: 'outsider', filer: 'foreignClerk', firstContact: 'foreignClerk', hadStep: [] },
    steps: [{ ...city, area: 'otherStreet' }],
  })
  return { world, cases }
}

async function correctionForChild(world: World): Promise<string> {
  const { caseId } = await did(world, 'guardian', 'applications.submit', {
    itemKey: 'minimum-living-allowance',
    applicant: { kind: 'guardian', personId: world.people.child.id },
    answers: allowanceAnswers,
    materials: {},
  })
  const stepId = await stepOf(world, caseId, 'acceptance')
  await did(world, 'otherClerk', 'applications.claimStep', { caseId, stepId })
  await did(world, 'otherClerk', 'applications.requestCorrection', {
    caseId,
    missing: [{ key: 'idCards', why: '请带原件' }],
  })
  return caseId
}

async function submittedUnbound(world: World): Promise<string> {
  const { caseId } = await did(world, 'unbound', 'applications.submit', {
    itemKey: 'minimum-living-allowance',
    subdistrictId: world.areas.street,
    applicant: { kind: 'unbound', name: '周平', idNumber: world.people.child.idNumber },
    answers: allowanceAnswers,
    materials: {},
  })
  return caseId
}

export const postOf = (name: AccountName) => {
  const found = staff.find((one) => one[0] === name)
  return found ? { kind: found[1], area: found[2] } : null
}
