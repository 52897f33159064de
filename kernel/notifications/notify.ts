import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import type { TemplateKey } from './template-keys.ts'

/** Whom a notice is for: `account:<uuid>`, `person:<uuid>`, `post:<kind>@<area>` or `department:<id>@<area>`. */
export type HolderKey = `${'account' | 'person' | 'post' | 'department'}:${string}`

export interface Notice {
  to: HolderKey
  template: TemplateKey
  /** Item names, numbers and days; names, telephones and ID numbers are refused by the database. */
  params: Record<string, string | number>
  caseId?: string | undefined
  /** The context's now, an ISO instant. */
  at: string
}

/** Tells somebody in the caller's transaction: in the app at once, by the template's other channels as soon as it commits. */
export async function notify(tx: Tx, { to, template, params, caseId, at }: Notice): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select notifications.tell(${to}, ${template}, ${JSON.stringify(params)}::jsonb, ${caseId ?? null}::uuid, ${at}::timestamptz) as id
  `.execute(tx)
  return rows[0]!.id
}
