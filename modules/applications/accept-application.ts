import type { Effect } from '#kernel/cases/door.ts'
import { personForItem } from '#kernel/registry/door.ts'
import { problem } from '#platform/errors/problem.ts'
import { actOnApplication } from './act-on-application.ts'
import { acceptanceStep } from './application.ts'
import { acceptInput } from './contract.ts'
import { missingMaterials } from './materials.ts'
import { openStage, stagesOf, startClocks } from './route.ts'

/** 受理: what was submitted online is accepted at the window; the clocks start and the first steps open. */
export const acceptApplication = actOnApplication({
  name: 'accept',
  summary: '受理网上提交的申请',
  callers: ['staff'],
  input: acceptInput,
  async act(ctx, subject, input) {
    const materials = { ...subject.materials, ...input.materials }
    const missing = missingMaterials(subject.item, materials)
    if (missing.length > 0) {
      throw problem('invalid-input', {
        reason: 'applications.materials-missing',
        fields: missing.map((material) => ({
          path: `materials.${material.key}`,
          reason: 'applications.material-missing',
          params: { name: material.name['zh-CN'] },
        })),
      })
    }
    if (!subject.case.projection.applicantPersonId && !subject.case.applicantOrganisationId && !input.personId) {
      throw problem('invalid-input', { fields: [{ path: 'personId', reason: 'applications.identify-first' }] })
    }
    const named = subject.case.projection.applicantPersonId ? undefined : input.personId
    const person = named ? await personForItem(ctx.tx, ctx.services.keys, named, subject.itemKey) : null
    if (named && !person)
      throw problem('invalid-input', { fields: [{ path: 'personId', reason: 'applications.identify-first' }] })
    // Somebody identified now is visited by his own committee.
    const areas = person ? { ...subject.areas, committeeId: person.committeeId } : subject.areas
    const step = subject.case.projection.steps.find((one) => one.key === acceptanceStep && one.state === 'open')
    const effects: Effect[] = [
      ...(person ? [{ kind: 'applicantLinked', personId: person.id } as const] : []),
      ...(step
        ? [{ kind: 'stepDone', stepId: step.id, outcome: 'approved', accountId: ctx.actor.accountId } as const]
        : []),
      { kind: 'state', to: 'accepted' },
      { kind: 'firstContact', accountId: ctx.actor.accountId! },
      ...startClocks(subject.item, ctx.today),
      ...openStage(subject.item, stagesOf(subject.item)[0]!, areas),
    ]
    return { effects, change: { materials } }
  },
})
