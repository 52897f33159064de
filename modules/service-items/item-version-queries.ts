import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import type { ItemVersion } from './item-version.ts'

const columns = sql`v.id, v.item_key as key, v.version, v.revision, v.status, i.subdistrict_id as "subdistrictId",
  v.body #>> '{name,zh-CN}' as name, lower(v.effective) as "effectiveFrom", upper(v.effective) - 1 as "effectiveTo",
  v.drafted_by as "draftedBy", v.submitted_by as "submittedBy", v.published_by as "publishedBy", v.approval_id as "approvalId"
  from service_items.item_version v join service_items.item i on i.key = v.item_key`

export async function versionsOf(tx: Tx, key: string | undefined): Promise<ItemVersion[]> {
  const { rows } = await sql<ItemVersion>`select ${columns}
    where v.item_key = coalesce(${key ?? null}, v.item_key) order by v.item_key, v.version desc`.execute(tx)
  return rows
}

export async function lockVersion(tx: Tx, key: string, version: number): Promise<ItemVersion | null> {
  const { rows } = await sql<ItemVersion>`select ${columns}
    where v.item_key = ${key} and v.version = ${version} for update of v`.execute(tx)
  return rows[0] ?? null
}

export async function lockVersionInWork(tx: Tx, key: string): Promise<ItemVersion | null> {
  const { rows } = await sql<ItemVersion>`select ${columns}
    where v.item_key = ${key} and v.status <> 'published' for update of v`.execute(tx)
  return rows[0] ?? null
}

export async function readBody(tx: Tx, id: string): Promise<unknown> {
  const { rows } = await sql<{ body: unknown }>`select body from service_items.item_version where id = ${id}`.execute(
    tx,
  )
  return rows[0]?.body
}

/** The published version that has no end yet. */
export async function lastPublished(tx: Tx, key: string): Promise<ItemVersion | null> {
  const { rows } = await sql<ItemVersion>`select ${columns}
    where v.item_key = ${key} and v.status = 'published' and upper_inf(v.effective)`.execute(tx)
  return rows[0] ?? null
}
