import { sql } from 'kysely'
import { defineAction, permitPost } from '#kernel/access/door.ts'
import { speak } from '#kernel/approvals/door.ts'
import { allowed, refused } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import { approveMinorFileInput, minorFileAnswer } from './contract.ts'
import { minorFilesInSight } from './minor-file.ts'

/** The second person agrees or refuses; whoever asked cannot. */
export const approveMinorFile = defineAction({
  name: 'approveMinorFile',
  summary: '批准或不批准查看未成年人档案',
  callers: ['staff'],
  input: approveMinorFileInput,
  output: minorFileAnswer,
  load: async (ctx, { fileId }) => (await minorFilesInSight(ctx.tx, ctx.now, { fileId }))[0] ?? null,
  allow(actor, file) {
    const post = permitPost(actor, ['supervisor'])
    if (!post.allowed) return post
    return file.askedBy === actor.accountId ? refused('people.not-your-own-request') : allowed
  },
  async run(ctx, { fileId, approvalId }, { decision, reason }) {
    await speak(ctx.tx, {
      approvalId,
      accountId: ctx.actor.accountId!,
      decision,
      ...(reason ? { reason } : {}),
      at: ctx.now,
    })
    if (decision === 'refused') return { fileId, state: 'refused' as const, openUntil: null }
    const { rows } = await sql<{ openUntil: string }>`
      update people.minor_file set granted_by = access.account_id(), open_until = ${ctx.now}::timestamptz
        + make_interval(days => (select t.days from people.minor_file_term t where t.during @> ${ctx.today}::date))
      where id = ${fileId} returning open_until as "openUntil"`.execute(ctx.tx)
    if (!rows[0]) throw problem('refused-by-database')
    return { fileId, state: 'granted' as const, openUntil: rows[0].openUntil }
  },
  audit: (file, { decision }) => ({
    subjects: [file.personId],
    purpose: 'minorFile',
    detail: { file: file.fileId, decision },
  }),
})
