import { sql } from 'kysely'
import type { Ctx } from '#kernel/access/door.ts'

export interface PersonInSight {
  personId: string
  subdistrictId: string
}

/** Absent and out of sight are one answer: the row policies decide what this caller sees. */
export async function personInSight(ctx: Ctx, personId: string): Promise<PersonInSight | null> {
  const { rows } = await sql<PersonInSight>`
    select id as "personId", subdistrict_id as "subdistrictId" from registry.person where id = ${personId}`.execute(
    ctx.tx,
  )
  return rows[0] ?? null
}
