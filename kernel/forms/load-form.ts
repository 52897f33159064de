import { type Kysely, sql } from 'kysely'
import type { Day } from '#kernel/calendar/door.ts'
import type { CheckOptions } from './answer-checker.ts'
import { type CompiledForm, compileForm } from './compile-form.ts'

export type StoredForm = { id: string; form: CompiledForm }
type Row = { id: string; body: unknown }

/** The published version in force on a day, or null. Two in force at once: the later one counts. */
export async function loadFormInForce<Tables>(
  db: Kysely<Tables>,
  key: string,
  on: Day,
  options: CheckOptions = {},
): Promise<StoredForm | null> {
  const { rows } = await sql<Row>`
    select id, body from forms.definition
    where key = ${key} and status = 'published'
      and effective_from <= ${on}::date and (effective_to is null or effective_to >= ${on}::date)
    order by version desc limit 1`.execute(db)
  return rows[0] ? { id: rows[0].id, form: compileForm(rows[0].body, options) } : null
}

/** The version that somebody filled in, whatever is in force today. */
export async function loadForm<Tables>(
  db: Kysely<Tables>,
  id: string,
  options: CheckOptions = {},
): Promise<StoredForm | null> {
  const { rows } = await sql<Row>`select id, body from forms.definition where id = ${id}::uuid`.execute(db)
  return rows[0] ? { id: rows[0].id, form: compileForm(rows[0].body, options) } : null
}
