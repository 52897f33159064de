import { sql } from 'kysely'
import type { TemplateKey } from '#kernel/notifications/door.ts'
import type { Tx } from '#platform/contract.ts'

export interface PeriodReminder {
  personId: string
  itemKey: string
  occasion: string
  template: TemplateKey
  params: Record<string, string | number>
  caseId: string | null
}

/** One statement: what has not been set before is written down and reminded at nine that day; the rest is left alone. */
export async function setReminders(tx: Tx, wanted: readonly PeriodReminder[], today: string): Promise<number> {
  if (wanted.length === 0) return 0
  const { rows } = await sql<{ set: number }>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as r ("personId" uuid, "itemKey" text, occasion text, template text, params jsonb, "caseId" uuid)
    ), fresh as (
      insert into applications.period_reminder (person_id, item_key, occasion, set_on)
      select "personId", "itemKey", occasion, ${today}::date from wanted order by 1, 2, 3
      on conflict do nothing returning person_id, item_key, occasion
    )
    select notifications.remind_many(coalesce(jsonb_agg(jsonb_build_object(
      'key', concat_ws(':', 'period', w."itemKey", w."personId", w.occasion), 'to', 'person:' || w."personId", 'template', w.template,
      'params', w.params, 'caseId', w."caseId", 'dueAt', (${today}::date + time '09:00') at time zone 'Asia/Shanghai')), '[]'))::int as set
    from wanted w join fresh f on (f.person_id, f.item_key, f.occasion) = (w."personId", w."itemKey", w.occasion)`.execute(
    tx,
  )
  return rows[0]!.set
}

export interface DueReview {
  personId: string
  caseId: string
  number: string
  /** The first review is 1. */
  nth: number
  on: string
}

/** Approved decisions whose nth review day comes after `from` and not later than `until`, unless a newer decision took their place. */
export async function reviewsBetween(
  tx: Tx,
  itemKey: string,
  months: number,
  from: string,
  until: string,
): Promise<DueReview[]> {
  const { rows } = await sql<DueReview>`
    with decided as (
      select c.id, c.number, c.applicant_person_id, max(k.stopped_on) as on_day
      from cases."case" c join cases.clock k on k.case_id = c.id and k.step_id is null
      join registry.person p on p.id = c.applicant_person_id and p.died_on is null
      where c.case_type = 'application' and c.subject_key = ${itemKey} and c.outcome = 'approved' and k.stopped_on is not null
      group by c.id
    )
    select d.applicant_person_id as "personId", d.id as "caseId", d.number, n.nth, (d.on_day + make_interval(months => n.nth * ${months}::int))::date as on
    from decided d cross join generate_series(1, 40) as n (nth)
    where (d.on_day + make_interval(months => n.nth * ${months}::int))::date > ${from}::date
      and (d.on_day + make_interval(months => n.nth * ${months}::int))::date <= ${until}::date
      and not exists (select 1 from decided later where later.applicant_person_id = d.applicant_person_id and later.on_day > d.on_day)`.execute(
    tx,
  )
  return rows
}

export async function forgetOld(tx: Tx, today: string): Promise<void> {
  await sql`delete from applications.period_reminder where set_on < ${today}::date - 400`.execute(tx)
}
