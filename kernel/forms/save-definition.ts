import { type Kysely, sql } from 'kysely'
import { checkDefinition } from './check-definition.ts'

/** Adds a version as a draft after checking it; the database asks for forms.saveDefinition. Returns its id. */
export async function saveDefinition<Tables>(db: Kysely<Tables>, input: unknown): Promise<string> {
  const body = checkDefinition(input)
  const { rows } = await sql<{ id: string }>`
    insert into forms.definition (key, version, effective_from, effective_to, status, body)
    values (${body.key}, ${body.version}, ${body.effective.from}::date, ${body.effective.to}::date, 'draft', ${JSON.stringify(body)}::jsonb)
    returning id`.execute(db)
  return rows[0]!.id
}

/** From here on the version never changes; the database asks for forms.publishDefinition. False: there is no such draft. */
export async function publishDefinition<Tables>(db: Kysely<Tables>, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update forms.definition set status = 'published' where id = ${id}::uuid and status = 'draft'`.execute(db)
  return numAffectedRows === 1n
}
