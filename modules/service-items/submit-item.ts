import { sql } from 'kysely'
import { type Ctx, defineAction } from '#kernel/access/door.ts'
import { openApproval } from '#kernel/approvals/door.ts'
import { problem } from '#platform/errors/problem.ts'
import { submitInput, versionOutput } from './contract.ts'
import { checkRead, editingPost, permitSubmitting } from './item-version.ts'
import { lastPublished, lockVersion } from './item-version-queries.ts'

/** Asks a second person to publish a draft from a day on. */
export const submitItem = defineAction({
  name: 'submit',
  summary: '提交事项草稿，等待另一人发布',
  callers: ['staff'],
  input: submitInput,
  output: versionOutput,
  load: (ctx, { key, version }) => lockVersion(ctx.tx, key, version),
  allow: (actor, version) => permitSubmitting(actor, version),
  async run(ctx, draft, { key, version, effectiveFrom }) {
    checkRead(ctx.expectedVersion, draft)
    await checkFirstDay(ctx, key, effectiveFrom)
    const approvalId = await openApproval(ctx.tx, {
      subjectKind: 'serviceItem',
      subjectId: draft.id,
      mode: 'twoPerson',
      asked: [{ holderKey: editorsKey(ctx, draft.subdistrictId), operation: 'service-items.publish' }],
      at: ctx.now,
    })
    await sql`update service_items.item_version set status = 'submitted', effective = daterange(${effectiveFrom}::date, null),
        submitted_by = ${ctx.actor.accountId}, submitted_at = ${ctx.now}, approval_id = ${approvalId}, revision = revision + 1
      where id = ${draft.id}`.execute(ctx.tx)
    return { key, version, status: 'submitted' as const }
  },
  audit: (_, { key, version, effectiveFrom }) => ({ detail: { item: key, version, effectiveFrom } }),
})

/** Only an item's first version may look back; a later one would change what was already applied for. */
export async function checkFirstDay(ctx: Ctx, key: string, effectiveFrom: string): Promise<void> {
  const current = await lastPublished(ctx.tx, key)
  if (!current?.effectiveFrom) return
  if (effectiveFrom < ctx.today) throw problem('conflict', { reason: 'service-items.day-gone' })
  if (effectiveFrom <= current.effectiveFrom) throw problem('conflict', { reason: 'service-items.day-taken' })
}

/** The editors at the item's street, or at the district for an item of every street. */
function editorsKey(ctx: Ctx, subdistrictId: string | null): string {
  const areaId = subdistrictId ?? editingPost(ctx.actor, null)?.areaId ?? ctx.actor.posts[0]?.areaId
  return `post:itemEditor@${areaId}`
}
