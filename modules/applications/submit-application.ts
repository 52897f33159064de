import { type Ctx, defineAction } from '#kernel/access/door.ts'
import { checkIdNumber, organisationCard } from '#kernel/registry/door.ts'
import { allowed, refused } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import { type Application, answerOf } from './application-queries.ts'
import { caseAnswer, submitInput } from './contract.ts'
import { fileApplication, prepareFiling } from './file-application.ts'
import type { Filed } from './filed.ts'
import { openAcceptance } from './route.ts'

/** A resident submits from the phone; a window looks at it within five working days. */
export const submitApplication = defineAction({
  name: 'submit',
  summary: '网上提交申请',
  callers: ['resident'],
  input: submitInput,
  output: caseAnswer,
  async load(ctx, { itemKey, applicant, subdistrictId }) {
    const self = ctx.actor.persons[0] ?? null
    const organisation =
      applicant.kind === 'organisation' ? await organisationCard(ctx.tx, applicant.organisationId) : null
    if (applicant.kind === 'organisation' && !organisation) return null
    const filing = await prepareFiling(ctx, {
      itemKey,
      personId:
        applicant.kind === 'self'
          ? (applicant.personId ?? self)
          : applicant.kind === 'guardian'
            ? applicant.personId
            : null,
      agentPersonId: applicant.kind === 'self' || applicant.kind === 'unbound' ? null : self,
      subdistrictId: subdistrictId ?? organisation?.subdistrictId ?? null,
    })
    return filing && { filing, organisation, bound: self !== null }
  },
  allow(actor, { filing, bound }, { applicant }) {
    const kind = applicant.kind === 'organisation' ? 'organisation' : 'person'
    if (!filing.item.body.audience.includes(kind)) return refused('applications.not-for-this-applicant')
    // Whoever acts for another is identified himself; only for oneself may the window do that later.
    if (applicant.kind !== 'unbound' && !bound) return refused('applications.bind-first')
    if (applicant.kind === 'self' && applicant.personId && !actor.persons.includes(applicant.personId))
      return refused('applications.not-yours')
    return allowed
  },
  async run(ctx, { filing, organisation }, input) {
    const filed = filedBy(ctx, input, filing.person?.name ?? organisation?.name ?? null, filing.agent?.name)
    const subject = await fileApplication(ctx, filing, {
      operation: 'applications.submit',
      applicantKind: input.applicant.kind,
      channel: 'online',
      organisationId: organisation?.id ?? null,
      filed,
      // What a resident says is there has yet to be seen.
      materials: Object.fromEntries(
        Object.entries(input.materials).map(([key, state]) => [key, state === 'missing' ? 'missing' : 'follows']),
      ) as Application['materials'],
      effects: [{ kind: 'state', to: 'submitted' }, openAcceptance(filing.subdistrictId)],
    })
    ctx.emit({ name: 'applications.stateChanged@1', caseId: subject.id, ids: { from: 'new', to: 'submitted' } })
    return answerOf(subject)
  },
  audit: ({ filing }, input, output) => ({
    caseId: output.caseId,
    subjects: filing.person ? [filing.person.id] : [],
    purpose: `case:${output.number}`,
    detail: { item: input.itemKey, as: input.applicant.kind },
  }),
})

function filedBy(
  ctx: Ctx,
  input: Parameters<typeof submitApplication.run>[2],
  knownName: string | null,
  agentName: string | undefined,
): Filed {
  const { applicant, answers } = input
  if (applicant.kind === 'agent') {
    return {
      answers,
      applicantName: applicant.principalName,
      unboundIdNumber: idNumber(ctx, applicant.principalIdNumber, 'principalIdNumber'),
      authorisation: applicant.authorisation,
      ...(agentName ? { agentName } : {}),
    }
  }
  if (applicant.kind === 'unbound')
    return { answers, applicantName: applicant.name, unboundIdNumber: idNumber(ctx, applicant.idNumber, 'idNumber') }
  return { answers, applicantName: knownName!, ...(agentName ? { agentName } : {}) }
}

function idNumber(ctx: Ctx, text: string, field: string): string {
  const checked = checkIdNumber(text, { allowSynthetic: ctx.services.syntheticPeople ?? false, today: ctx.today })
  if (!checked.ok)
    throw problem('invalid-input', {
      fields: [{ path: `applicant.${field}`, reason: `registry.idNumber.${checked.reason}` }],
    })
  return checked.number
}
