import { sql } from 'kysely'
import type { Language, Tx } from '#platform/contract.ts'
import { fill } from './render.ts'

export interface InboxNotice {
  id: string
  template: string
  title: string
  body: string
  caseId: string | null
  createdAt: string
  readAt: string | null
}

interface Row {
  id: string
  template: string
  params: Record<string, string | number>
  case_id: string | null
  created_at: string
  read_at: string | null
  title: string
  body: string
  language: Language
}

/** The caller's own notices, newest first: row security knows who the caller is. `before` is the last id of the page before. */
export async function readInbox(
  tx: Tx,
  { language, before, limit = 30 }: { language: Language; before?: string; limit?: number },
): Promise<InboxNotice[]> {
  const { rows } = await sql<Row>`
    select n.id, n.template, n.params, n.case_id, n.created_at, n.read_at, t.title, t.body, t.language
    from notifications.notice n
    cross join lateral (
      select title, body, language from notifications.template
      where key = n.template and language in (${language}, 'zh-CN')
      order by channel = 'inApp' desc, language = ${language} desc, version desc limit 1
    ) t
    where n.holder_key = any ((select access.holder_keys())::text[]) and (${before ?? null}::uuid is null or n.id < ${before ?? null}::uuid)
    order by n.id desc limit ${limit}
  `.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    template: row.template,
    title: fill(row.title, row.params, row.language),
    body: fill(row.body, row.params, row.language),
    caseId: row.case_id,
    createdAt: row.created_at,
    readAt: row.read_at,
  }))
}

export async function countUnread(tx: Tx): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*) as unread from notifications.notice
    where holder_key = any ((select access.holder_keys())::text[]) and read_at is null
  `.execute(tx)
  return Number(rows[0]!.unread)
}

/** Returns how many were unread until now; what is not the caller's own stays as it is. */
export async function markRead(tx: Tx, ids: readonly string[], at: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update notifications.notice set read_at = ${at}::timestamptz where id = any (${ids}::uuid[]) and read_at is null
  `.execute(tx)
  return Number(numAffectedRows ?? 0n)
}
