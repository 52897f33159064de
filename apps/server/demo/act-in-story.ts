import { dayOf } from '#platform/clock.ts'
import { actorOf, type Cast } from './demo-cast.ts'
import type { DemoSessions } from './demo-sessions.ts'
import type { Move } from './moves.ts'
import type { CaseRun, Story } from './story.ts'

const answers = {
  'elder-card': { bank: 'icbc', delivery: 'self' },
  'minimum-living-allowance': {
    householdSize: 2,
    monthlyIncome: 1800,
    circumstances: '家庭成员患病，收入减少（演示）',
    checkAuthorised: true,
  },
} as const

/** The story's next move, by an action of somebody with a session. */
export async function actInStory(run: CaseRun, cast: Cast, sessions: DemoSessions, story: Story): Promise<void> {
  const move = story.plan.moves[story.next]
  if (!move) return file(run, sessions, story)
  const call = { sessionId: await sessions.of(await actorOf(run.owner, cast, story, move.by)) }
  if (move.of === 'remedy') return remedy(run, call, story, move)
  const { caseId } = story
  const onAcceptance = ['accept', 'decline', 'requestCorrection'].includes(move.action)
  const openStep = move.step ?? (onAcceptance ? 'acceptance' : null)
  const stepId = openStep ? await stepOf(run, caseId!, openStep) : null
  const { allMaterials, ...input } = move.input ?? {}
  if (move.by === 'worker' || move.by === 'approver') {
    await run.composition.call('applications.claimStep', call, { caseId, stepId })
  }
  await run.composition.call(`applications.${move.action}`, call, {
    caseId,
    ...(move.step ? { stepId } : {}),
    ...(allMaterials ? { materials: await allReceived(run, story) } : {}),
    ...input,
  })
}

async function file(run: CaseRun, sessions: DemoSessions, story: Story): Promise<void> {
  const { composition } = run
  const { plan, person, order } = story
  const itemKey = plan.item
  const filled = {
    itemKey,
    answers: { ...answers[itemKey], ...(itemKey === 'elder-card' && order % 3 > 0 ? { bank: 'bankOfShanghai' } : {}) },
    materials: await allReceived(run, story),
  }
  if (plan.how === 'online') {
    const call = { sessionId: await sessions.of(story.resident!) }
    const input = { ...filled, applicant: { kind: 'self' } }
    story.caseId = caseIdOf(await composition.call('applications.submit', call, input))
    return
  }
  const call = { sessionId: await sessions.of(story.clerk) }
  if (plan.how === 'cityWide') {
    await composition.call('applications.prepare', call, { itemKey, idNumber: person.idNumber })
  }
  const input = { ...filled, applicant: { kind: 'self', personId: person.personId } }
  story.caseId = caseIdOf(await composition.call('applications.acceptAtWindow', call, input))
}

/** The case that the bad rating opened. */
async function remedy({ owner, composition, clock }: CaseRun, call: { sessionId: string }, story: Story, move: Move) {
  const { rows } = await owner.query<{ id: string }>(
    `select id from cases."case" where parent_case_id = $1 and case_type = 'remedy'`,
    [story.caseId],
  )
  const input = { ...move.input }
  if (move.action === 'reply') input.answers = { ...(input.answers as object), contactOn: dayOf(clock.now()) }
  await composition.call(`remedies.${move.action}`, call, { caseId: rows[0]!.id, ...input })
}

const caseIdOf = ({ output }: { output: unknown }) => (output as { caseId: string }).caseId

async function stepOf({ owner }: CaseRun, caseId: string, key: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from cases.step where case_id = $1 and key = $2 and state = 'open'`,
    [caseId, key],
  )
  if (!rows[0]) throw new Error(`the demo's case ${caseId} has no open step ${key}`)
  return rows[0].id
}

async function allReceived({ owner }: CaseRun, { plan }: Story): Promise<Record<string, 'received'>> {
  const { rows } = await owner.query<{ key: string }>(
    `select m ->> 'key' as key from service_items.item_version v, jsonb_array_elements(v.body -> 'materials') m
     where v.item_key = $1 and v.status = 'published'`,
    [plan.item],
  )
  return Object.fromEntries(rows.map(({ key }) => [key, 'received' as const]))
}
