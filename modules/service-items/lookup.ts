import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import { type ItemBody, itemBody } from './contract.ts'

export { amountFor, eligibilityOf, proposeRelated } from './eligibility-for-item.ts'

/** One published version of an item. `subdistrictId` null: for every street. */
export interface PublishedItem {
  key: string
  version: number
  subdistrictId: string | null
  effectiveFrom: string
  body: ItemBody
}

interface Head {
  key: string
  version: number
  subdistrictId: string | null
  effectiveFrom: string
  digest: string
}

const head = sql`v.item_key as key, v.version, i.subdistrict_id as "subdistrictId", lower(v.effective) as "effectiveFrom", v.body_digest as digest
  from service_items.item_version v join service_items.item i on i.key = v.item_key`

/** The version in force on a day. */
export async function publishedItem(tx: Tx, key: string, on: string): Promise<PublishedItem | null> {
  const { rows } = await sql<Head>`select ${head}
    where v.item_key = ${key} and v.status = 'published' and v.effective @> ${on}::date`.execute(tx)
  return (await withBodies(tx, rows))[0] ?? null
}

/** The version that an application was opened with, whatever is in force today. */
export async function itemVersion(tx: Tx, key: string, version: number): Promise<PublishedItem | null> {
  const { rows } = await sql<Head>`select ${head}
    where v.item_key = ${key} and v.version = ${version} and v.status = 'published'`.execute(tx)
  return (await withBodies(tx, rows))[0] ?? null
}

export async function publishedItems(tx: Tx, on: string): Promise<PublishedItem[]> {
  const { rows } = await sql<Head>`select ${head}
    where v.status = 'published' and v.effective @> ${on}::date order by v.item_key`.execute(tx)
  return withBodies(tx, rows)
}

// Bodies by digest: a published version never changes, so what was read once need not be read, parsed or compiled again.
const bodies = new Map<string, ItemBody>()
const mostBodies = 2000

async function withBodies(tx: Tx, heads: Head[]): Promise<PublishedItem[]> {
  const wanted = heads.filter((one) => !bodies.has(one.digest))
  if (wanted.length > 0) {
    const { rows } = await sql<{ digest: string; body: unknown }>`
      select v.body_digest as digest, v.body from service_items.item_version v
      join unnest(${wanted.map((one) => one.key)}::text[], ${wanted.map((one) => one.version)}::integer[]) w (key, version)
        on w.key = v.item_key and w.version = v.version`.execute(tx)
    if (bodies.size + rows.length > mostBodies) bodies.clear()
    for (const row of rows) bodies.set(row.digest, itemBody.parse(row.body))
  }
  return heads.flatMap(({ digest, ...item }) => {
    const body = bodies.get(digest)
    return body ? [{ ...item, body }] : []
  })
}
