import { sql } from 'kysely'
import { type Ctx, defineAction, holds } from '#kernel/access/door.ts'
import { withdrawApproval } from '#kernel/approvals/door.ts'
import { problem } from '#platform/errors/problem.ts'
import { checkItemBody } from './check-item-body.ts'
import { draftInput, draftOutput, type ItemBody } from './contract.ts'
import { checkRead, type ItemVersion, permitDrafting } from './item-version.ts'
import { lockVersionInWork } from './item-version-queries.ts'

/** A new item, the next version of one, or another wording of the version in work. */
export const draftItem = defineAction({
  name: 'draft',
  summary: '编写事项：新建、改版或修改草稿',
  callers: ['staff'],
  input: draftInput,
  output: draftOutput,
  load: loadDraft,
  allow: (actor, { subdistrictId, inWork }) => permitDrafting(actor, subdistrictId, inWork),
  async run(ctx, { isNew, subdistrictId, inWork }, { key, body }) {
    await checkItemBody(ctx.tx, key, body)
    if (isNew)
      await sql`insert into service_items.item (key, subdistrict_id) values (${key}, ${subdistrictId})`.execute(ctx.tx)
    const drafted = inWork ? await redraft(ctx, inWork, body) : await draftNext(ctx, key, body)
    return { key, ...drafted }
  },
  audit: (_, { key }, { version }) => ({ detail: { item: key, version } }),
})

async function loadDraft(ctx: Ctx, { key }: { key: string }) {
  const { rows } = await sql<{ subdistrictId: string | null }>`
    select subdistrict_id as "subdistrictId" from service_items.item where key = ${key}`.execute(ctx.tx)
  const [item] = rows
  // A new item belongs to the street of its editor; to all streets if the editor's post is at the district.
  const subdistrictId = item ? item.subdistrictId : (holds(ctx.actor, 'itemEditor')?.subdistrictId ?? null)
  return { isNew: !item, subdistrictId, inWork: await lockVersionInWork(ctx.tx, key) }
}

async function draftNext(ctx: Ctx, key: string, body: ItemBody) {
  const { rows } = await sql<{ version: number; revision: number }>`
    insert into service_items.item_version (item_key, version, body, drafted_by, drafted_at)
    select ${key}, coalesce(max(version), 0) + 1, ${JSON.stringify(body)}::jsonb, ${ctx.actor.accountId}::uuid, ${ctx.now}::timestamptz
    from service_items.item_version where item_key = ${key}
    returning version, revision`.execute(ctx.tx)
  return rows[0]!
}

async function redraft(ctx: Ctx, inWork: ItemVersion, body: ItemBody) {
  checkRead(ctx.expectedVersion, inWork)
  // A colleague's words are replaced only by somebody who has read them, never in silence.
  if (ctx.expectedVersion === undefined && inWork.draftedBy !== ctx.actor.accountId) {
    throw problem('conflict', { reason: 'service-items.someone-drafts' })
  }
  if (inWork.approvalId) await withdrawApproval(ctx.tx, inWork.approvalId, ctx.now)
  const { rows } = await sql<{ version: number; revision: number }>`
    update service_items.item_version set status = 'draft', body = ${JSON.stringify(body)}::jsonb, revision = revision + 1,
      drafted_by = ${ctx.actor.accountId}, drafted_at = ${ctx.now}, effective = null, submitted_by = null, submitted_at = null,
      approval_id = null
    where id = ${inWork.id} returning version, revision`.execute(ctx.tx)
  return rows[0]!
}
