import { sql } from 'kysely'
import type { Ctx } from '#kernel/access/door.ts'
import { type LoadedCase, loadCase } from '#kernel/cases/door.ts'
import type { ItemBody } from '#modules/service-items/contract.ts'
import { itemVersion } from '#modules/service-items/lookup.ts'
import { problem } from '#platform/errors/problem.ts'
import type { CaseAnswer } from './contract.ts'
import { type Filed, openFiled, sealFiled } from './filed.ts'
import type { CaseAreas } from './route.ts'

export type MaterialState = 'received' | 'verifiedFromBase' | 'missing' | 'follows'
export interface Correction {
  missing: { key: string; why: string }[]
  note: string | null
}

export interface Application {
  case: LoadedCase
  itemKey: string
  itemVersion: number
  item: ItemBody
  applicantKind: 'self' | 'guardian' | 'agent' | 'organisation' | 'unbound'
  channel: 'window' | 'online' | 'machine'
  filed: Filed
  materials: Record<string, MaterialState>
  correction: Correction | null
  areas: CaseAreas
}

interface ApplicationRecord {
  itemKey: string
  itemVersion: number
  applicantKind: Application['applicantKind']
  channel: Application['channel']
  filedCipher: Buffer
  materials: Application['materials']
  correction: Correction | null
  districtId: string
}

/** An application with its case and the version of the item under which it was filed; null when out of sight. */
export async function loadApplication(
  ctx: Ctx,
  caseId: string,
  mode: 'lock' | 'read' = 'lock',
): Promise<Application | null> {
  const subject = await loadCase(ctx.tx, caseId, mode)
  if (!subject) return null
  const { rows } = await sql<ApplicationRecord>`
    select a.item_key as "itemKey", a.item_version as "itemVersion", a.applicant_kind as "applicantKind", a.channel,
      a.filed_cipher as "filedCipher", a.materials, a.correction,
      (select v.parent_id from areas.area_version v where v.area_id = ${subject.subdistrictId} and v.during @> current_date) as "districtId"
    from applications.application a where a.case_id = ${caseId}`.execute(ctx.tx)
  const record = rows[0]
  if (!record) return null
  const version = await itemVersion(ctx.tx, record.itemKey, record.itemVersion)
  if (!version) throw problem('internal', { reason: 'applications.item-version-missing' })
  const { filedCipher, districtId, ...rest } = record
  return {
    ...rest,
    case: subject,
    item: version.body,
    filed: openFiled(ctx.services.keys, filedCipher),
    areas: { subdistrictId: subject.subdistrictId, committeeId: subject.areaId, districtId },
  }
}

export interface NewApplication {
  itemKey: string
  itemVersion: number
  applicantKind: Application['applicantKind']
  channel: Application['channel']
  filed: Filed
  materials: Record<string, MaterialState>
}

export async function insertApplication(ctx: Ctx, caseId: string, wanted: NewApplication): Promise<void> {
  await sql`insert into applications.application (case_id, item_key, item_version, applicant_kind, channel, filed_cipher, materials)
    values (${caseId}, ${wanted.itemKey}, ${wanted.itemVersion}, ${wanted.applicantKind}, ${wanted.channel},
      ${sealFiled(ctx.services.keys, wanted.filed)}, ${JSON.stringify(wanted.materials)}::jsonb)`.execute(ctx.tx)
}

/** Follows an event of the same transaction; the database refuses it otherwise. */
export async function updateApplication(
  ctx: Ctx,
  caseId: string,
  change: { filed?: Filed; materials?: Record<string, MaterialState>; correction?: Correction | null },
): Promise<void> {
  const filed = change.filed ? sealFiled(ctx.services.keys, change.filed) : null
  const materials = change.materials ? JSON.stringify(change.materials) : null
  const correction = change.correction === undefined ? null : JSON.stringify(change.correction)
  await sql`update applications.application set filed_cipher = coalesce(${filed}, filed_cipher),
    materials = coalesce(${materials}::jsonb, materials),
    correction = case when ${change.correction !== undefined} then ${correction}::jsonb else correction end
    where case_id = ${caseId}`.execute(ctx.tx)
}

export function answerOf(subject: LoadedCase): CaseAnswer {
  const { state, version, dueOn, dueProvisional } = subject.projection
  return {
    caseId: subject.id,
    number: subject.number,
    state: state as CaseAnswer['state'],
    version,
    dueOn,
    dueProvisional,
  }
}

/** The open case of the same person and item, so that nobody files twice by mistake. */
export async function openCaseOf(
  ctx: Ctx,
  itemKey: string,
  personId: string,
): Promise<{ caseId: string; number: string } | null> {
  const { rows } = await sql<{ caseId: string; number: string }>`
    select c.id as "caseId", c.number from cases."case" c
    where c.case_type = 'application' and c.subject_key = ${itemKey} and c.applicant_person_id = ${personId} and c.closed_at is null
    order by c.opened_at limit 1`.execute(ctx.tx)
  return rows[0] ?? null
}
