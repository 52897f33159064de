import { sql } from 'kysely'
import { type Ctx, defineAction, firstRefusal, holds, permitPost } from '#kernel/access/door.ts'
import { openApproval } from '#kernel/approvals/door.ts'
import { personCard } from '#kernel/registry/door.ts'
import { allowed, refused } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import { minorFileAnswer, requestMinorFileInput } from './contract.ts'
import { minorFilesInSight } from './minor-file.ts'
import { isMinor } from './purpose.ts'

/** Asks a second person to agree before a minor's file is opened without a live case. */
export const requestMinorFile = defineAction({
  name: 'requestMinorFile',
  summary: '申请查看未成年人档案',
  callers: ['staff'],
  input: requestMinorFileInput,
  output: minorFileAnswer,
  async load(ctx, { personId }) {
    const person = await personCard(ctx.tx, ctx.services.keys, personId)
    return person && { person, minor: isMinor(person, ctx.today), asked: await askedAlready(ctx, personId) }
  },
  allow: (actor, { minor, asked }) =>
    firstRefusal(
      permitPost(actor, ['windowClerk', 'committeeWorker']),
      minor ? allowed : refused('people.not-a-minor'),
      asked ? refused('people.asked-already') : allowed,
    ),
  async run(ctx, { person }, { reason }) {
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
  audit: ({ person }, { reason }, output) => ({
    subjects: [person.id],
    purpose: 'minorFile',
    detail: { file: output.fileId },
    reason,
  }),
})

/** The caller's own request for this person still waits, or its answer is still in force. */
async function askedAlready(ctx: Ctx, personId: string): Promise<boolean> {
  const files = await minorFilesInSight(ctx.tx, ctx.now, { personId })
  return files.some((file) => file.askedBy === ctx.actor.accountId && ['waiting', 'granted'].includes(file.state))
}
