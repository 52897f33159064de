import { elderCard } from '#modules/service-items/catalogue/elder-card.ts'
import { did } from '#testing/applications.ts'
import type { Cast } from './cast.ts'

/** A row in each table behind the wall, so that an opened policy has something to show: by the actions, else by hand. */
export async function fill({ world, cases }: Cast): Promise<void> {
  const at = (name: string) => cases.find((one) => one.name === name)!.id
  const { elder, child } = world.people
  await did(world, 'southElder', 'applications.rate', { caseId: at('card concluded'), stars: 5 })
  await did(world, 'clerk', 'receipts.issue', { caseId: at('card accepted') })
  await did(world, 'northWorker', 'people.requestMinorFile', { personId: child.id, reason: '核对监护情况' })
  const { code } = await did(world, 'unbound', 'bindings.showCode', {})
  await did(world, 'clerk', 'bindings.issueLetter', { personId: elder.id, code })
  await did(world, 'unbound', 'bindings.showCode', {})
  const draft = { itemKey: 'elder-card', draft: { answers: {}, seen: [], submissionKey: 'fill-0001' } }
  const saved = await world.send('elder', 'residents.saveDraft', draft, { 'idempotency-key': 'fill-0002' })
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))

  await did(world, 'editor', 'service-items.draft', { key: 'fill-item', body: elderCard.body })

  const street = world.areas.street
  const holder = `person:${elder.id}`
  const byHand: [string, unknown[]][] = [
    [`insert into notifications.notice (holder_key, template) values ($1, 'bindings.bound')`, [holder]],
    [
      `insert into notifications.outbox (notice_id, channel) select id, 'message' from notifications.notice limit 1`,
      [],
    ],
    [`insert into files.blob (hash, size, mime) values (repeat('a', 64), 1, 'text/plain')`, []],
    [
      `insert into files.upload (hash, name, account_id, at) values (repeat('a', 64), 'a.txt', $1, now())`,
      [world.accounts.elder.accountId],
    ],
    [
      `insert into files.link (hash, subject_kind, subject_id, holder_key, kind, name, at)
       values (repeat('a', 64), 'draft', $1::uuid, 'person:' || $1, 'copy', 'a.txt', now())`,
      [elder.id],
    ],
    [
      `insert into remedies.remedy (case_id, rated_case_id, rated_number, stars) values ($1, $2, 'N-1', 1)`,
      [at('card accepted'), at('card concluded')],
    ],
    [`insert into audit.checkpoint (heads, signature, key_id) values ('[]', '\\x00', 'test')`, []],
    [
      `insert into registry.source_record (subdistrict_id, source, source_key_index) values ($1, 'test', decode(repeat('00', 16), 'hex'))`,
      [street],
    ],
    [
      `insert into registry.link (source_record_id, person_id, basis) select id, $1, 'decided' from registry.source_record`,
      [elder.id],
    ],
    [`insert into registry.household (subdistrict_id, formed_on) values ($1, '2000-01-01')`, [street]],
    [
      `insert into registry.household_member (household_id, person_id, kinship, during)
       select id, $1, 'head', daterange('2000-01-01', null) from registry.household`,
      [elder.id],
    ],
    [
      `insert into applications.period_reminder (item_key, person_id, occasion, set_on) values ('elder-card', $1, 'birthday:70', '2026-01-01')`,
      [elder.id],
    ],
    [
      `insert into forms.definition (key, version, effective_from, body) values ('probe', 1, '2026-01-01', '{"key": "probe", "version": 1}')`,
      [],
    ],
  ]
  for (const [sql, values] of byHand) await world.look(sql, values)
}
