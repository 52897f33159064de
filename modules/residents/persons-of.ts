import type { Ctx } from '#kernel/access/door.ts'
import { type NamedPerson, personNames, wardsOf } from '#kernel/registry/door.ts'

export interface OwnPerson extends NamedPerson {
  relation: 'self' | 'ward'
}

/** Whom this account may ask about: the persons it is bound to, and whoever they are guardians of today. */
export async function personsOf(ctx: Ctx): Promise<OwnPerson[]> {
  const own = await personNames(ctx.tx, ctx.actor.persons)
  const wards = await wardsOf(ctx.tx, ctx.actor.persons, ctx.today)
  return [
    ...own.map((one) => ({ ...one, relation: 'self' as const })),
    ...wards
      .filter((ward) => !ctx.actor.persons.includes(ward.id))
      .map((one) => ({ ...one, relation: 'ward' as const })),
  ]
}
