import type { World } from './world.ts'
import type { AccountName } from './world-posts.ts'

export const cardAnswers = { bank: 'icbc', delivery: 'self', contactPhone: '19900000000' }
export const allowanceAnswers = {
  householdSize: 2,
  monthlyIncome: 1800,
  circumstances: '生病',
  checkAuthorised: true,
  contactPhone: '19900000000',
}
export const allowanceMaterials = {
  idCards: 'received',
  householdRegister: 'received',
  declaration: 'received',
  authorisation: 'received',
}
type Applicant = 'elder' | 'worker' | 'southElder'

/** An operation that must succeed; its answer. */
export async function did(world: World, as: AccountName, operation: string, input: object) {
  const reply = await world.send(as, operation, input)
  if (reply.status !== 200) throw new Error(`${as} ${operation}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}

export const cardFor = (personId: string) => ({
  itemKey: 'elder-card',
  applicant: { kind: 'self', personId },
  answers: cardAnswers,
  materials: { idCard: 'received' },
})

export const allowanceForMyself = {
  itemKey: 'minimum-living-allowance',
  applicant: { kind: 'self' },
  answers: allowanceAnswers,
  materials: {},
}

/** The open step of this key. */
export async function stepOf(world: World, caseId: string, key: string): Promise<string> {
  const rows = await world.look<{ id: string }>(
    `select id from cases.step where case_id = $1 and key = $2 and state = 'open'`,
    [caseId, key],
  )
  if (!rows[0]) throw new Error(`no open step ${key}`)
  return rows[0].id
}

export async function stateOf(world: World, caseId: string): Promise<{ state: string; version: number }> {
  const rows = await world.look<{ state: string; version: number }>(
    `select state, version from cases."case" where id = $1`,
    [caseId],
  )
  return rows[0]!
}

/** 敬老卡, accepted by the clerk on the spot; its external step waits for the city. */
export async function acceptedCase(world: World, person: Applicant = 'elder'): Promise<string> {
  const { caseId } = await did(world, 'clerk', 'applications.acceptAtWindow', cardFor(world.people[person].id))
  return caseId
}

/** 低保, submitted from the phone; any clerk of the street can take the acceptance. */
export async function submittedCase(world: World, as: AccountName = 'guardian'): Promise<string> {
  const { caseId } = await did(world, as, 'applications.submit', allowanceForMyself)
  return caseId
}

/** 低保, whose acceptance the clerk has taken. */
export async function claimedCase(world: World, as: AccountName = 'guardian'): Promise<string> {
  const caseId = await submittedCase(world, as)
  const stepId = await stepOf(world, caseId, 'acceptance')
  await did(world, 'clerk', 'applications.claimStep', { caseId, stepId })
  return caseId
}

/** 低保, waiting for what the clerk said is missing. */
export async function correctionCase(world: World, as: AccountName = 'guardian'): Promise<string> {
  const caseId = await claimedCase(world, as)
  await did(world, 'clerk', 'applications.requestCorrection', {
    caseId,
    missing: [{ key: 'idCards', why: '请带原件' }],
  })
  return caseId
}

/** 低保, accepted: the home visit of the committee and the means check of the department are open side by side. */
export async function jointCase(world: World, as: AccountName = 'guardian'): Promise<string> {
  const caseId = await claimedCase(world, as)
  await did(world, 'clerk', 'applications.accept', { caseId, materials: allowanceMaterials })
  return caseId
}

/** 敬老卡, which the city has granted; the clerk has to hand it over. */
export async function decidedCase(world: World, person: Applicant = 'elder'): Promise<string> {
  const caseId = await acceptedCase(world, person)
  const stepId = await stepOf(world, caseId, 'cityReview')
  await did(world, 'clerk', 'applications.recordExternal', { caseId, stepId, foreignStatus: '已制卡' })
  return caseId
}

export async function concludedCase(world: World, person: Applicant = 'elder'): Promise<string> {
  const caseId = await decidedCase(world, person)
  await did(world, 'clerk', 'applications.conclude', { caseId })
  return caseId
}
