import { sql } from 'kysely'
import { defineAction, permitPost } from '#kernel/access/door.ts'
import { speak } from '#kernel/approvals/door.ts'
import { allowed, refused } from '#platform/contract.ts'
import { approveMinorFileInput, minorFileAnswer } from './contract.ts'

interface MinorFile {
  id: string
  personId: string
  askedBy: string
  approvalId: string
  grantedBy: string | null
}

/** How long an agreement holds, in days: the street's own setting (本街道设定). */
const daysOpen = 7

/** The second person agrees or refuses; whoever asked cannot. */
export const approveMinorFile = defineAction({
  name: 'approveMinorFile',
  summary: '批准或不批准查看未成年人档案',
  callers: ['staff'],
  input: approveMinorFileInput,
  output: minorFileAnswer,
  async load(ctx, { fileId }) {
    const { rows } = await sql<MinorFile>`
      select id, person_id as "personId", asked_by as "askedBy", approval_id as "approvalId", granted_by as "grantedBy"
      from people.minor_file where id = ${fileId}`.execute(ctx.tx)
    return rows[0] ?? null
  },
  allow(actor, file) {
    const post = permitPost(actor, ['supervisor'])
    if (!post.allowed) return post
    return file.askedBy === actor.accountId ? refused('people.not-your-own-request') : allowed
  },
  async run(ctx, file, { decision, reason }) {
    await speak(ctx.tx, {
      approvalId: file.approvalId,
      accountId: ctx.actor.accountId!,
      decision,
      ...(reason ? { reason } : {}),
      at: ctx.now,
    })
    if (decision === 'refused') return { fileId: file.id, state: 'refused' as const, openUntil: null }
    const { rows } = await sql<{ openUntil: string }>`
      update people.minor_file set granted_by = access.account_id(), open_until = ${ctx.now}::timestamptz + make_interval(days => ${daysOpen})
      where id = ${file.id} returning open_until as "openUntil"`.execute(ctx.tx)
    return { fileId: file.id, state: 'granted' as const, openUntil: rows[0]!.openUntil }
  },
  audit: (file, { decision }) => ({
    subjects: [file.personId],
    purpose: 'minorFile',
    detail: { file: file.id, decision },
  }),
})
