import { sql } from 'kysely'
import { type LoadedCase, loadCase } from '#kernel/cases/door.ts'
import type { HolderKey } from '#kernel/notifications/door.ts'
import type { ItemBody } from '#modules/service-items/contract.ts'
import { itemVersion } from '#modules/service-items/lookup.ts'
import type { Tx } from '#platform/contract.ts'

/** As much of an application as a notice needs: nothing that was answered, and no key to read it. */
export interface ToldCase {
  case: LoadedCase
  itemKey: string
  item: ItemBody
  /** What every notice says: number, item and day. */
  params: Record<string, string>
  applicantKind: string
  channel: string
}

export async function toldCase(tx: Tx, caseId: string, mode: 'read' | 'lock' = 'read'): Promise<ToldCase | null> {
  const subject = await loadCase(tx, caseId, mode)
  if (!subject) return null
  const { rows } = await sql<{ itemKey: string; itemVersion: number; applicantKind: string; channel: string }>`
    select item_key as "itemKey", item_version as "itemVersion", applicant_kind as "applicantKind", channel
    from applications.application where case_id = ${caseId}`.execute(tx)
  const record = rows[0]
  const version = record && (await itemVersion(tx, record.itemKey, record.itemVersion))
  if (!version) return null
  const { dueOn } = subject.projection
  return {
    case: subject,
    itemKey: record.itemKey,
    item: version.body,
    params: { item: version.body.name['zh-CN'], number: subject.number, ...(dueOn ? { due: dueOn } : {}) },
    applicantKind: record.applicantKind,
    channel: record.channel,
  }
}

/** The applicant and whoever acts for him; an account that filed before its document was checked is told as an account. */
export function applicantsOf({ case: c, applicantKind, channel }: ToldCase): HolderKey[] {
  const persons = [c.projection.applicantPersonId, c.agentPersonId].filter((id) => id !== null)
  const byAccount = channel === 'online' && c.createdBy && (persons.length === 0 || applicantKind === 'unbound')
  return [
    ...new Set<HolderKey>([
      ...persons.map((id): HolderKey => `person:${id}`),
      ...(byAccount ? [`account:${c.createdBy}` as const] : []),
    ]),
  ]
}

/** Whoever has an open step: the account that took it, else the post it waits for; with none open, the first contact. */
export function holdersOf({ case: c }: ToldCase): HolderKey[] {
  const open = c.projection.steps.filter((step) => step.state === 'open')
  const keys = open.map((step) => (step.claimedBy ? `account:${step.claimedBy}` : step.holderKey))
  const people = keys.filter((key): key is HolderKey => /^(account|post|department):/.test(key))
  if (people.length > 0) return [...new Set(people)]
  return c.projection.firstContact ? [`account:${c.projection.firstContact}`] : []
}

export const supervisorOf = ({ case: c }: ToldCase): HolderKey => `post:supervisor@${c.subdistrictId}`
