import { defineAction, firstRefusal, holds, permitPost } from '#kernel/access/door.ts'
import { organisationCard } from '#kernel/registry/door.ts'
import { allowed, refused } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import { answerOf } from './application-queries.ts'
import { acceptAtWindowInput, caseAnswer } from './contract.ts'
import { fileApplication, prepareFiling } from './file-application.ts'
import { missingMaterials } from './materials.ts'
import { openStage, stagesOf, startClocks } from './route.ts'

/** 窗口受理: filed and accepted in one go; the clocks start today and the first steps open. */
export const acceptAtWindow = defineAction({
  name: 'acceptAtWindow',
  summary: '窗口受理申请',
  callers: ['staff'],
  input: acceptAtWindowInput,
  output: caseAnswer,
  async load(ctx, { itemKey, applicant }) {
    const window = holds(ctx.actor, 'windowClerk')
    const organisation =
      applicant.kind === 'organisation' ? await organisationCard(ctx.tx, applicant.organisationId) : null
    if (applicant.kind === 'organisation' && !organisation) return null
    const filing = await prepareFiling(ctx, {
      itemKey,
      personId: applicant.kind === 'organisation' ? null : applicant.personId,
      agentPersonId: applicant.kind === 'self' ? null : applicant.agentPersonId,
      subdistrictId: window?.subdistrictId ?? organisation?.subdistrictId ?? null,
    })
    return filing && { filing, organisation, windowAt: window?.subdistrictId ?? null }
  },
  allow: (actor, { filing, windowAt }, { applicant }) =>
    firstRefusal(
      permitPost(actor, ['windowClerk']),
      filing.item.body.cityWide || !filing.person || filing.person.subdistrictId === windowAt
        ? allowed
        : refused('applications.own-street-only'),
      filing.item.body.audience.includes(applicant.kind === 'organisation' ? 'organisation' : 'person')
        ? allowed
        : refused('applications.not-for-this-applicant'),
    ),
  async run(ctx, { filing, organisation }, input) {
    const item = filing.item.body
    const missing = missingMaterials(item, input.materials)
    if (missing.length > 0) {
      throw problem('invalid-input', {
        reason: 'applications.materials-missing',
        fields: missing.map((one) => ({
          path: `materials.${one.key}`,
          reason: 'applications.material-missing',
          params: { name: one.name['zh-CN'] },
        })),
      })
    }
    const subject = await fileApplication(ctx, filing, {
      operation: 'applications.acceptAtWindow',
      applicantKind: input.applicant.kind,
      channel: 'window',
      organisationId: organisation?.id ?? null,
      filed: {
        answers: input.answers,
        applicantName: organisation?.name ?? filing.person!.name,
        ...(filing.agent ? { agentName: filing.agent.name } : {}),
        ...(input.applicant.kind === 'agent' ? { authorisation: input.applicant.authorisation } : {}),
      },
      materials: input.materials,
      effects: [
        { kind: 'state', to: 'accepted' },
        { kind: 'firstContact', accountId: ctx.actor.accountId! },
        ...startClocks(item, ctx.today),
        ...openStage(item, stagesOf(item)[0]!, filing.areas),
      ],
    })
    ctx.emit({ name: 'applications.stateChanged@1', caseId: subject.id, ids: { from: 'new', to: 'accepted' } })
    return answerOf(subject)
  },
  audit: ({ filing }, input, output) => ({
    caseId: output.caseId,
    subjects: [filing.person?.id, filing.agent?.id].filter((id) => id !== undefined),
    purpose: `case:${output.number}`,
    detail: {
      item: input.itemKey,
      cityWide: filing.person !== null && filing.person.subdistrictId !== filing.subdistrictId,
    },
  }),
})
