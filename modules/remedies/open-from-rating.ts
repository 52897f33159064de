import { sql } from 'kysely'
import { asJob } from '#kernel/access/door.ts'
import { auditJob, type Effect, loadCase, openCase } from '#kernel/cases/door.ts'
import type { Subscription } from '#kernel/jobs/door.ts'
import { notify } from '#kernel/notifications/door.ts'
import { newId } from '#platform/ids.ts'
import { replyLimitDays, replyStep, worstGoodStars } from './remedy.ts'
import { noticeParams } from './tell-remedy.ts'

export const openerJob = 'remedies.opener'
const operation = 'remedies.openFromRating'

/** A rating of one or two stars opens a remedy, once, however often the event is delivered. */
export const openFromRating: Subscription = {
  consumer: openerJob,
  event: 'applications.rated@1',
  async run(tx, { caseId }, now) {
    const rated = caseId && (await loadCase(tx, caseId, 'lock'))
    if (!rated || rated.projection.stars === null || rated.projection.stars >= worstGoodStars) return
    const known = await sql`select 1 from remedies.remedy where rated_case_id = ${rated.id}`.execute(tx)
    if (known.rows.length > 0) return
    const ctx = asJob(tx, openerJob, now)
    const remedy = await openCase(
      ctx,
      {
        caseType: 'remedy',
        sensitivity: rated.sensitivity,
        subdistrictId: rated.subdistrictId,
        areaId: rated.areaId,
        subjectKey: rated.subjectKey,
        applicantPersonId: rated.projection.applicantPersonId,
        applicantOrganisationId: rated.applicantOrganisationId,
        agentPersonId: rated.agentPersonId,
        parentCaseId: rated.id,
      },
      {
        operation,
        effects: [
          { kind: 'state', to: 'open' },
          {
            kind: 'clockStarted',
            clockId: newId(),
            stepId: null,
            clockKind: 'promisedLimit',
            startedOn: ctx.today,
            limitDays: replyLimitDays,
          },
          openReplyStep(rated.subdistrictId),
        ],
        detail: { stars: rated.projection.stars, rated: rated.number },
      },
    )
    await sql`insert into remedies.remedy (case_id, rated_case_id, rated_number, stars)
      values (${remedy.id}, ${rated.id}, ${rated.number}, ${rated.projection.stars})`.execute(tx)
    await auditJob(ctx, remedy, operation)
    await notify(tx, {
      to: `post:supervisor@${rated.subdistrictId}`,
      template: 'cases.remedyOpened',
      params: await noticeParams(tx, remedy, now),
      caseId: remedy.id,
      at: now,
    })
  },
}

/** The street's supervisor answers for the window that was rated. */
export function openReplyStep(subdistrictId: string): Effect {
  return {
    kind: 'stepOpened',
    stepId: newId(),
    key: replyStep,
    stepKind: 'internal',
    group: null,
    holderKey: `post:supervisor@${subdistrictId}`,
    limitDays: replyLimitDays,
    foreignSystem: null,
    staleAfterDays: null,
  }
}
