import { texts as accessTexts, type Ctx, defineQuery } from '#kernel/access/door.ts'
import { texts as caseTexts, currentCalendar, type StepRow, timeline } from '#kernel/cases/door.ts'
import { filesOfCase } from '#kernel/files/door.ts'
import { maskName, personCard } from '#kernel/registry/door.ts'
import { allowed } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import { acceptanceStep, applicationType, conclusionStep } from './application.ts'
import { type Application, loadApplication } from './application-queries.ts'
import { clockView } from './clock-view.ts'
import { type OpenedApplication, openInput, openOutput } from './contract.ts'
import { isStale } from './stale-step.ts'
import { texts } from './texts.ts'
import { whatNext } from './what-next.ts'

const known = { ...accessTexts['zh-CN'], ...caseTexts['zh-CN'], ...texts['zh-CN'] }
const say = (key: string) => known[key] ?? key

/** The whole case as its reader may see it. The live case is the purpose; each opening is one audit entry. */
export const openApplication = defineQuery({
  name: 'open',
  summary: '查看一个办件',
  callers: ['staff', 'resident'],
  personal: true,
  input: openInput,
  output: openOutput,
  allow: () => allowed,
  async run(ctx, { caseId }) {
    const subject = await loadApplication(ctx, caseId, 'read')
    if (!subject) throw problem('not-found')
    return view(ctx, subject)
  },
  audit: (_input, output) => ({
    caseId: output.caseId,
    subjects: output.applicant.personId ? [output.applicant.personId] : [],
    purpose: `case:${output.number}`,
  }),
})

async function view(ctx: Ctx, subject: Application): Promise<OpenedApplication> {
  const { case: c, item, filed } = subject
  const p = c.projection
  const calendar = await currentCalendar(ctx.tx)
  const entries = await timeline(ctx.tx, c.id)
  const person = p.applicantPersonId ? await personCard(ctx.tx, ctx.services.keys, p.applicantPersonId) : null
  // Somebody not yet known has no card: whoever holds the case's open step reads what was filed.
  const handles = p.steps.some((step) => step.state === 'open' && step.claimedBy === ctx.actor.accountId)
  const inSight =
    person !== null ||
    c.createdBy === ctx.actor.accountId ||
    subject.applicantKind === 'organisation' ||
    (p.applicantPersonId === null && handles)
  return {
    caseId: c.id,
    number: c.number,
    version: p.version,
    itemKey: subject.itemKey,
    itemVersion: subject.itemVersion,
    itemName: item.name['zh-CN'],
    state: p.state as OpenedApplication['state'],
    stateText: say(`applications.state.${p.state}`),
    waitsFor: applicationType.states[p.state as OpenedApplication['state']].waitsFor,
    outcome: p.outcome,
    openedAt: c.openedAt,
    closedAt: p.closedAt,
    committee: null,
    applicant: {
      kind: subject.applicantKind,
      name: inSight ? filed.applicantName : maskName(filed.applicantName),
      personId: inSight ? p.applicantPersonId : null,
      idNumberMasked: person?.idNumberMasked ?? null,
      agentName: filed.agentName ? (inSight ? filed.agentName : maskName(filed.agentName)) : null,
    },
    form: item.form,
    // Whoever leads or supervises sees how the matter stands, not what was answered.
    answers: inSight ? filed.answers : {},
    materials: item.materials.map((one) => ({
      key: one.key,
      name: one.name['zh-CN'],
      needed: one.needed,
      state: subject.materials[one.key] ?? 'missing',
    })),
    clocks: p.clocks.map((row) => clockView(row, calendar, ctx.today)),
    steps: stepsOf(ctx, subject),
    timeline: entries.map((entry) => ({
      seq: entry.seq,
      at: entry.at,
      operation: entry.operation,
      what: say(`applications.did.${entry.operation.split('.')[1]}`),
      by: entry.byPost ?? say(`applications.by.${entry.byKind}`),
      note: inSight && mayRead(ctx.actor.kind, entry.operation) ? entry.note : null,
    })),
    files: inSight
      ? (await filesOfCase(ctx.tx, c.id)).map(({ id, name, kind, mime, at }) => ({ id, name, kind, mime, at }))
      : [],
    correction: subject.correction,
    stars: p.stars,
    allowed: whatNext(ctx.actor, subject).map((one) => ({ ...one, reason: one.reason && say(one.reason) })),
  }
}

/** Opinions and instructions are words between colleagues; a resident reads what is addressed to him, and what he wrote himself. */
const addressedToApplicant = new Set(
  ['submit', 'decline', 'requestCorrection', 'receiveCorrection', 'withdraw', 'conclude', 'extend', 'urge', 'rate'].map(
    (verb) => `applications.${verb}`,
  ),
)

function mayRead(kind: Ctx['actor']['kind'], operation: string): boolean {
  return kind !== 'resident' || addressedToApplicant.has(operation)
}

function stepsOf(ctx: Ctx, subject: Application): OpenedApplication['steps'] {
  const rows = subject.case.projection.steps
  const known = new Set(rows.map((row) => row.key))
  const lead = rows.filter((row) => row.key === acceptanceStep).map((row) => stepView(ctx, subject, row, 0))
  const own = subject.item.steps.flatMap((step) =>
    known.has(step.key)
      ? rows.filter((row) => row.key === step.key).map((row) => stepView(ctx, subject, row, step.stage))
      : [
          waitingStep(
            step.key,
            step.name['zh-CN'],
            step.kind,
            step.stage,
            say(`applications.post.${step.holder.post}`),
          ),
        ],
  )
  const last = Math.max(...subject.item.steps.map((step) => step.stage)) + 1
  const end = known.has(conclusionStep)
    ? rows.filter((row) => row.key === conclusionStep).map((row) => stepView(ctx, subject, row, last))
    : [
        waitingStep(
          conclusionStep,
          say(`applications.step.${conclusionStep}`),
          'internal',
          last,
          say('applications.post.windowClerk'),
        ),
      ]
  return [...lead, ...own, ...end]
}

function waitingStep(
  key: string,
  name: string,
  kind: 'internal' | 'external',
  stage: number,
  holder: string,
): OpenedApplication['steps'][number] {
  return {
    id: null,
    key,
    name,
    kind,
    stage,
    state: 'waiting',
    holder,
    claimed: false,
    claimedByMe: false,
    outcome: null,
    dueOn: null,
    system: null,
    foreignNumber: null,
    foreignStatus: null,
    learntAt: null,
    knownStatuses: [],
    stale: false,
  }
}

function stepView(ctx: Ctx, subject: Application, row: StepRow, stage: number): OpenedApplication['steps'][number] {
  return {
    id: row.id,
    key: row.key,
    name: subject.item.steps.find((step) => step.key === row.key)?.name['zh-CN'] ?? say(`applications.step.${row.key}`),
    kind: row.kind,
    stage,
    state: row.state,
    holder: say(`applications.post.${row.holderKey.replace(/^post:/, '').split('@')[0]}`),
    claimed: row.claimedBy !== null,
    claimedByMe: row.claimedBy !== null && row.claimedBy === ctx.actor.accountId,
    outcome: row.outcome,
    dueOn: row.dueOn,
    system: row.foreignSystem,
    foreignNumber: row.foreignNumber,
    foreignStatus: row.foreignStatus,
    learntAt: row.learntAt,
    knownStatuses: Object.keys(subject.item.steps.find((step) => step.key === row.key)?.statusMap ?? {}),
    stale: isStale(row, ctx.today),
  }
}
