import { sql } from 'kysely'
import { type Actor, type Ctx, defineQuery } from '#kernel/access/door.ts'
import type { Decision } from '#platform/contract.ts'
import { type VersionRow, versionsInput, versionsOutput } from './contract.ts'
import {
  type ItemVersion,
  permitDrafting,
  permitEditing,
  permitSecondPerson,
  permitSubmitting,
} from './item-version.ts'
import { versionsOf } from './item-version-queries.ts'

export const listVersions = defineQuery({
  name: 'versions',
  summary: '事项的各个版本，以及当前可以做什么',
  callers: ['staff'],
  personal: false,
  input: versionsInput,
  output: versionsOutput,
  allow: (actor) => permitEditing(actor, actor.posts.find((post) => post.kind === 'itemEditor')?.subdistrictId ?? null),
  async run(ctx, { key }) {
    return { versions: await toRows(ctx, await versionsOf(ctx.tx, key)) }
  },
})

/** Versions with the names of those who worked on them and what the reader may do next, or why not. */
export async function toRows(ctx: Ctx, versions: ItemVersion[]): Promise<VersionRow[]> {
  const accounts = versions
    .flatMap((one) => [one.draftedBy, one.submittedBy, one.publishedBy])
    .filter((id) => id !== null)
  const { rows } = await sql<{ id: string; name: string }>`
    select account_id as id, display_name as name from identity.staff_names(${[...new Set(accounts)]}::uuid[])`.execute(
    ctx.tx,
  )
  const names = new Map(rows.map((row) => [row.id, row.name]))
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? '—'))
  return versions.map((one) => ({
    key: one.key,
    version: one.version,
    revision: one.revision,
    name: one.name,
    status: one.status,
    effectiveFrom: one.effectiveFrom,
    effectiveTo: one.effectiveTo,
    draftedBy: nameOf(one.draftedBy) ?? '—',
    submittedBy: nameOf(one.submittedBy),
    publishedBy: nameOf(one.publishedBy),
    allowed: actionsOn(ctx.actor, one),
  }))
}

function actionsOn(actor: Actor, version: ItemVersion): VersionRow['allowed'] {
  if (version.status === 'published') return []
  const decisions: [string, Decision][] = [
    ['draft', permitDrafting(actor, version.subdistrictId, version)],
    ['submit', permitSubmitting(actor, version)],
    ['publish', permitSecondPerson(actor, version)],
    ['sendBack', permitSecondPerson(actor, version)],
  ]
  return decisions.map(([action, decision]) => ({
    action,
    allowed: decision.allowed,
    reason: decision.allowed ? null : decision.reason,
  }))
}
