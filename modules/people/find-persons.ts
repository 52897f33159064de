import { sql } from 'kysely'
import { type Ctx, defineQuery, permitPost } from '#kernel/access/door.ts'
import { ageOn } from '#kernel/calendar/door.ts'
import { findPersons } from '#kernel/registry/door.ts'
import { findInput, findOutput } from './contract.ts'

/** 查人: one box; row security decides who is in sight. One audit entry names those shown. */
export const find = defineQuery({
  name: 'find',
  summary: '按证件号、电话、姓名、拼音或地址查人',
  callers: ['staff'],
  personal: true,
  input: findInput,
  output: findOutput,
  allow: (actor) => permitPost(actor, ['windowClerk', 'committeeWorker']),
  async run(ctx, { query, limit }) {
    const found = await findPersons(ctx.tx, ctx.services.keys, { text: query, on: ctx.today, limit })
    const names = await areaNames(
      ctx,
      found.rows.map((row) => row.committeeId),
    )
    return {
      by: found.by,
      reason: found.reason ?? null,
      more: found.more,
      persons: found.rows.map((row) => ({
        id: row.id,
        name: row.name,
        sex: row.sex,
        age: row.birthOn ? ageOn(row.birthOn, ctx.today) : null,
        idNumberMasked: row.idNumberMasked,
        phoneMasked: row.phoneMasked,
        address: row.address,
        committee: row.committeeId ? (names.get(row.committeeId) ?? null) : null,
      })),
    }
  },
  audit: (_input, output) =>
    output.persons.length > 0
      ? { subjects: output.persons.map((person) => person.id), purpose: 'search', detail: { by: output.by } }
      : null,
})

export async function areaNames(ctx: Ctx, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select area_id as id, name from areas.area_version where area_id = any (${wanted}::uuid[]) and during @> ${ctx.today}::date`.execute(
    ctx.tx,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
