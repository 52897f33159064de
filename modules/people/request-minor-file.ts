import { sql } from 'kysely'
import { defineAction, holds, permitPost } from '#kernel/access/door.ts'
import { openApproval } from '#kernel/approvals/door.ts'
import { personCard } from '#kernel/registry/door.ts'
import { newId } from '#platform/ids.ts'
import { minorFileAnswer, requestMinorFileInput } from './contract.ts'

/** Asks a second person to agree before a minor's file is opened without a live case. */
export const requestMinorFile = defineAction({
  name: 'requestMinorFile',
  summary: '申请查看未成年人档案',
  callers: ['staff'],
  input: requestMinorFileInput,
  output: minorFileAnswer,
  load: (ctx, { personId }) => personCard(ctx.tx, ctx.services.keys, personId),
  allow: (actor) => permitPost(actor, ['windowClerk', 'committeeWorker']),
  async run(ctx, person, { reason }) {
    const fileId = newId()
    const street = holds(ctx.actor, 'windowClerk', 'committeeWorker')?.subdistrictId ?? person.subdistrictId
    const approvalId = await openApproval(ctx.tx, {
      subjectKind: 'minorFile',
      subjectId: fileId,
      mode: 'twoPerson',
      asked: [{ holderKey: `post:supervisor@${street}`, operation: 'people.approveMinorFile' }],
      at: ctx.now,
    })
    await sql`insert into people.minor_file (id, person_id, asked_by, reason, asked_at, approval_id)
      values (${fileId}, ${person.id}, access.account_id(), ${reason}, ${ctx.now}, ${approvalId})`.execute(ctx.tx)
    return { fileId, state: 'asked' as const, openUntil: null }
  },
  audit: (person, { reason }, output) => ({
    subjects: [person.id],
    purpose: 'minorFile',
    detail: { file: output.fileId },
    reason,
  }),
})
