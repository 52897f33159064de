import { sql } from 'kysely'
import { defineAction } from '#kernel/access/door.ts'
import { speak } from '#kernel/approvals/door.ts'
import { problem } from '#platform/errors/problem.ts'
import { sendBackInput, versionOutput } from './contract.ts'
import { checkRead, permitSecondPerson } from './item-version.ts'
import { lockVersion } from './item-version-queries.ts'

/** The second person does not agree: the version is a draft again, and the reason stands with its approval. */
export const sendBackItem = defineAction({
  name: 'sendBack',
  summary: '退回事项草稿并说明理由',
  callers: ['staff'],
  input: sendBackInput,
  output: versionOutput,
  load: (ctx, { key, version }) => lockVersion(ctx.tx, key, version),
  allow: (actor, version) => permitSecondPerson(actor, version),
  async run(ctx, submitted, { key, version, reason }) {
    checkRead(ctx.expectedVersion, submitted)
    const { id, approvalId } = submitted
    if (!approvalId) throw problem('conflict', { reason: 'service-items.not-submitted' })
    await speak(ctx.tx, { approvalId, accountId: ctx.actor.accountId!, decision: 'refused', reason, at: ctx.now })
    await sql`update service_items.item_version set status = 'draft', effective = null, submitted_by = null, submitted_at = null,
        approval_id = null, revision = revision + 1 where id = ${id}`.execute(ctx.tx)
    return { key, version, status: 'draft' as const }
  },
  audit: (_, { key, version, reason }) => ({ detail: { item: key, version }, reason }),
})
