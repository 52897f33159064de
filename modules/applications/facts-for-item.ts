import type { Ctx } from '#kernel/access/door.ts'
import {
  factsOfFound,
  findForApplication,
  normaliseIdNumber,
  type PersonFacts,
  personFacts,
} from '#kernel/registry/door.ts'
import type { PublishedItem } from '#modules/service-items/lookup.ts'

export interface FoundApplicant {
  personId: string
  facts: PersonFacts
}

/** What the base knows of the applicant: somebody in sight, or (全市通办) somebody found by exact ID number for this item alone. */
export async function factsForItem(
  ctx: Ctx,
  item: PublishedItem,
  wanted: { personId?: string | undefined; idNumber?: string | undefined },
): Promise<FoundApplicant | null> {
  const keys = ctx.services.keys
  if (wanted.personId) {
    const facts = await personFacts(ctx.tx, keys, wanted.personId, ctx.today)
    return facts && { personId: wanted.personId, facts }
  }
  if (!wanted.idNumber || !item.body.cityWide) return null
  const found = await findForApplication(ctx.tx, keys, {
    idNumber: normaliseIdNumber(wanted.idNumber),
    itemKey: item.key,
    fields: item.body.boundElements.map((element) => element.replace(/^person\./, '')),
  })
  return found && { personId: found.personId, facts: factsOfFound(found, keys, ctx.today) }
}
