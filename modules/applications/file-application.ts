import { sql } from 'kysely'
import type { Ctx } from '#kernel/access/door.ts'
import { type Effect, type LoadedCase, openCase } from '#kernel/cases/door.ts'
import { type PersonCard, personForItem } from '#kernel/registry/door.ts'
import type { ItemBody } from '#modules/service-items/contract.ts'
import { publishedItem } from '#modules/service-items/lookup.ts'
import { problem } from '#platform/errors/problem.ts'
import { insertApplication, type NewApplication, openCaseOf } from './application-queries.ts'
import { checkAnswers } from './check-answers.ts'
import type { CaseAreas } from './route.ts'

/** What both ways of filing (window and online) have found out before anything is written. */
export interface Filing {
  item: { key: string; version: number; body: ItemBody }
  person: PersonCard | null
  agent: PersonCard | null
  subdistrictId: string
  areas: CaseAreas
}

export async function prepareFiling(
  ctx: Ctx,
  wanted: { itemKey: string; personId: string | null; agentPersonId: string | null; subdistrictId: string | null },
): Promise<Filing | null> {
  const item = await publishedItem(ctx.tx, wanted.itemKey, ctx.today)
  if (!item) return null
  const keys = ctx.services.keys
  const person = wanted.personId ? await personForItem(ctx.tx, keys, wanted.personId, wanted.itemKey) : null
  const agent = wanted.agentPersonId ? await personForItem(ctx.tx, keys, wanted.agentPersonId, wanted.itemKey) : null
  if ((wanted.personId && !person) || (wanted.agentPersonId && !agent)) return null
  const subdistrictId = wanted.subdistrictId ?? person?.subdistrictId ?? null
  if (!subdistrictId) return null
  const districtId = await districtOf(ctx, subdistrictId)
  if (!districtId) return null
  return {
    item,
    person,
    agent,
    subdistrictId,
    areas: { subdistrictId, committeeId: person?.committeeId ?? null, districtId },
  }
}

async function districtOf(ctx: Ctx, subdistrictId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select v.parent_id as id from areas.area_version v join areas.area a on a.id = v.area_id and a.kind = 'subdistrict'
    where v.area_id = ${subdistrictId} and v.during @> current_date`.execute(ctx.tx)
  return rows[0]?.id ?? null
}

/** Opens the case and keeps what was filed, or tells that the same matter is already under way. */
export async function fileApplication(
  ctx: Ctx,
  filing: Filing,
  wanted: Omit<NewApplication, 'itemKey' | 'itemVersion'> & {
    operation: string
    effects: Effect[]
    organisationId: string | null
  },
): Promise<LoadedCase> {
  const { item, person, agent } = filing
  const answers = checkAnswers(item.body, wanted.filed.answers, ctx.today, person !== null)
  const open = person ? await openCaseOf(ctx, item.key, person.id) : null
  if (open) throw problem('already-done', { reason: 'applications.already-open', params: { number: open.number } })
  const subject = await openCase(
    ctx,
    {
      caseType: 'application',
      sensitivity: item.body.sensitivity,
      subdistrictId: filing.subdistrictId,
      areaId: filing.areas.committeeId,
      subjectKey: item.key,
      applicantPersonId: person?.id ?? null,
      applicantOrganisationId: wanted.organisationId,
      agentPersonId: agent?.id ?? null,
    },
    { operation: wanted.operation, effects: wanted.effects, detail: { item: item.key, itemVersion: item.version } },
  )
  await insertApplication(ctx, subject.id, {
    itemKey: item.key,
    itemVersion: item.version,
    applicantKind: wanted.applicantKind,
    channel: wanted.channel,
    filed: { ...wanted.filed, answers },
    materials: wanted.materials,
  })
  return subject
}
