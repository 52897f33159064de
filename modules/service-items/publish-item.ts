import { sql } from 'kysely'
import { defineAction } from '#kernel/access/door.ts'
import { speak } from '#kernel/approvals/door.ts'
import { problem } from '#platform/errors/problem.ts'
import { publishInput, versionOutput } from './contract.ts'
import { checkRead, permitSecondPerson } from './item-version.ts'
import { lastPublished, lockVersion } from './item-version-queries.ts'
import { checkFirstDay } from './submit-item.ts'

/** 两人发布: the second person puts a submitted version in force; the one before it ends the day before. */
export const publishItem = defineAction({
  name: 'publish',
  summary: '发布事项（须由另一人）',
  callers: ['staff'],
  input: publishInput,
  output: versionOutput,
  load: (ctx, { key, version }) => lockVersion(ctx.tx, key, version),
  allow: (actor, version) => permitSecondPerson(actor, version),
  async run(ctx, submitted, { key, version }) {
    checkRead(ctx.expectedVersion, submitted)
    const { approvalId, effectiveFrom } = submitted
    if (!approvalId || !effectiveFrom) throw problem('conflict', { reason: 'service-items.not-submitted' })
    await checkFirstDay(ctx, key, effectiveFrom)
    await speak(ctx.tx, { approvalId, accountId: ctx.actor.accountId!, decision: 'approved', at: ctx.now })
    const current = await lastPublished(ctx.tx, key)
    if (current) {
      await sql`update service_items.item_version set effective = daterange(lower(effective), ${effectiveFrom}::date)
        where id = ${current.id}`.execute(ctx.tx)
    }
    await sql`update service_items.item_version set status = 'published', published_by = ${ctx.actor.accountId},
        published_at = ${ctx.now}, revision = revision + 1 where id = ${submitted.id}`.execute(ctx.tx)
    ctx.emit({ name: 'service-items.published@1', ids: { versionId: submitted.id } })
    return { key, version, status: 'published' as const }
  },
  audit: ({ effectiveFrom }, { key, version }) => ({ detail: { item: key, version, effectiveFrom } }),
})
