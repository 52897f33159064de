import { sql } from 'kysely'
import type { Ctx } from '#kernel/access/door.ts'
import { decryptValue, encryptValue } from '#kernel/crypto/door.ts'
import { type DraftBody, draftBody } from './contract.ts'

const element = 'applicationDraft'

export async function ownDraft(ctx: Ctx, itemKey: string): Promise<DraftBody | null> {
  const { rows } = await sql<{ cipher: Buffer }>`
    select draft_cipher as cipher from residents.draft
    where account_id = ${ctx.actor.accountId} and item_key = ${itemKey}`.execute(ctx.tx)
  const row = rows[0]
  if (!row) return null
  // A draft of an older shape is worth less than a page that opens.
  const read = draftBody.safeParse(JSON.parse(decryptValue(ctx.services.keys, element, row.cipher)))
  return read.success ? read.data : null
}

export async function keepDraft(ctx: Ctx, itemKey: string, draft: DraftBody): Promise<void> {
  const cipher = encryptValue(ctx.services.keys, element, JSON.stringify(draft))
  await sql`insert into residents.draft (account_id, item_key, draft_cipher, saved_at)
    values (${ctx.actor.accountId}, ${itemKey}, ${cipher}, ${ctx.now}::timestamptz)
    on conflict (account_id, item_key) do update set draft_cipher = excluded.draft_cipher, saved_at = excluded.saved_at`.execute(
    ctx.tx,
  )
}

export async function forgetDraft(ctx: Ctx, itemKey: string): Promise<void> {
  await sql`delete from residents.draft where account_id = ${ctx.actor.accountId} and item_key = ${itemKey}`.execute(
    ctx.tx,
  )
}
