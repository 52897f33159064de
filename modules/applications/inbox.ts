import { sql } from 'kysely'
import { z } from 'zod'
import { type Ctx, defineQuery } from '#kernel/access/door.ts'
import type { ClockRow } from '#kernel/cases/door.ts'
import { currentCalendar } from '#kernel/cases/door.ts'
import { maskName } from '#kernel/registry/door.ts'
import { allowed } from '#platform/contract.ts'
import { clockView } from './clock-view.ts'
import { inboxInput, inboxOutput, type ListRow, mineOutput } from './contract.ts'
import { openFiled } from './filed.ts'
import { itemNames } from './item-names.ts'
import { texts } from './texts.ts'

interface Found {
  caseId: string
  number: string
  itemKey: string
  filedCipher: Buffer
  state: ListRow['state']
  stepKey: string | null
  stepId: string | null
  holderKey: string | null
  openedAt: string
  committee: string | null
  clock: ClockRow | null
  subjectId: string | null
  dueOn: string | null
}

const say = (key: string) => texts['zh-CN'][key] ?? key

const columns = sql`
  select c.id as "caseId", c.number, c.subject_key as "itemKey", a.filed_cipher as "filedCipher", c.state, c.opened_at as "openedAt", c.due_on as "dueOn",
    c.applicant_person_id as "subjectId", s.key as "stepKey", s.id as "stepId", s.holder_key as "holderKey",
    (select v.name from areas.area_version v where v.area_id = c.area_id and v.during @> current_date) as committee,
    (select jsonb_build_object('id', k.id, 'stepId', k.step_id, 'dueOn', k.due_on, 'provisional', k.provisional, 'colourTold', k.colour_told,
       'clock', jsonb_build_object('kind', k.kind, 'startedOn', k.started_on, 'limitDays', k.limit_days, 'pauses', k.pauses,
         'extensions', k.extensions, 'stoppedOn', k.stopped_on))
     from cases.clock k where k.case_id = c.id and k.step_id is null order by k.kind limit 1) as clock
  from cases."case" c
  join applications.application a on a.case_id = c.id`

/** 待办: what is mine, what I could take, what is late, what has no news. One audit entry names the subjects shown. */
export const inbox = defineQuery({
  name: 'inbox',
  summary: '待办与查询',
  callers: ['staff'],
  personal: true,
  input: inboxInput,
  output: inboxOutput,
  allow: () => allowed,
  async run(ctx, input) {
    const after = input.after
      ? sql`and (coalesce(c.due_on, '9999-12-31'::date), c.id) > (${input.after.slice(0, 10)}::date, ${input.after.slice(11)}::uuid)`
      : sql``
    const { rows } = await sql<Found>`${columns}
      left join lateral (select s.* from cases.step s where s.case_id = c.id and s.state = 'open'
        order by (s.claimed_by = access.account_id()) desc nulls last, (s.holder_key = any (access.holder_keys())) desc, s.due_on limit 1) s on true
      where c.case_type = 'application' and ${viewCondition(input.view, ctx.today)}
        ${input.itemKey ? sql`and c.subject_key = ${input.itemKey}` : sql``} ${input.state ? sql`and c.state = ${input.state}` : sql``}
        ${input.committeeId ? sql`and c.area_id = ${input.committeeId}` : sql``} ${input.number ? sql`and c.number like ${`%${input.number.replace(/[%_\\]/g, '')}%`}` : sql``}
        ${after}
      order by coalesce(c.due_on, '9999-12-31'::date), c.id limit ${input.limit + 1}`.execute(ctx.tx)
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    return {
      rows: await asListRows(ctx, page),
      next: rows.length > input.limit && last ? `${last.dueOn ?? '9999-12-31'}_${last.caseId}` : null,
      counts: await counts(ctx),
    }
  },
  audit: (_input, output) =>
    output.rows.length > 0
      ? { detail: { shown: output.rows.length, cases: output.rows.map((row) => row.caseId).join(',') } }
      : null,
})

/** A resident's own matters: as applicant, as agent, or filed from this account. */
export const mine = defineQuery({
  name: 'mine',
  summary: '我的办件',
  callers: ['resident'],
  personal: true,
  input: z.object({}),
  output: mineOutput,
  allow: () => allowed,
  async run(ctx) {
    const { rows } = await sql<Found>`${columns}
      left join lateral (select s.* from cases.step s where s.case_id = c.id and s.state = 'open' order by s.due_on limit 1) s on true
      where c.case_type = 'application' order by (c.closed_at is null) desc, c.opened_at desc limit 200`.execute(ctx.tx)
    return { rows: await asListRows(ctx, rows) }
  },
})

function viewCondition(view: z.output<typeof inboxInput>['view'], today: string) {
  switch (view) {
    case 'mine':
      return sql`exists (select 1 from cases.step x where x.case_id = c.id and x.state = 'open' and x.claimed_by = access.account_id())`
    case 'claimable':
      return sql`exists (select 1 from cases.step x where x.case_id = c.id and x.state = 'open' and x.claimed_by is null
        and x.holder_key = any ((select access.holder_keys())::text[]))`
    case 'late':
      return sql`c.closed_at is null and exists (select 1 from cases.clock k where k.case_id = c.id and k.stopped_on is null and k.due_on < ${today}::date)`
    case 'stale':
      return sql`exists (select 1 from cases.step x where x.case_id = c.id and x.state = 'open' and x.kind = 'external'
        and ((coalesce(x.learnt_at, x.opened_at) at time zone 'Asia/Shanghai')::date + x.stale_after_days) < ${today}::date)`
    case 'all':
      return sql`true`
  }
}

async function counts(ctx: Ctx): Promise<Record<string, number>> {
  const views = ['mine', 'claimable', 'late', 'stale'] as const
  const { rows } = await sql<Record<string, number>>`select ${sql.join(
    views.map((view) => sql`count(*) filter (where ${viewCondition(view, ctx.today)})::int as ${sql.id(view)}`),
  )} from cases."case" c where c.case_type = 'application' and c.closed_at is null`.execute(ctx.tx)
  return rows[0]!
}

async function asListRows(ctx: Ctx, found: Found[]): Promise<ListRow[]> {
  if (found.length === 0) return []
  const calendar = await currentCalendar(ctx.tx)
  const names = await itemNames(ctx.tx, ctx.today)
  return found.map((row) => ({
    caseId: row.caseId,
    number: row.number,
    itemKey: row.itemKey,
    itemName: names.get(row.itemKey)?.name ?? row.itemKey,
    applicant: maskName(openFiled(ctx.services.keys, row.filedCipher).applicantName),
    state: row.state,
    stepKey: row.stepKey,
    stepName: row.stepKey
      ? (names.get(row.itemKey)?.steps[row.stepKey] ?? say(`applications.step.${row.stepKey}`))
      : null,
    stepId: row.stepId,
    holder: row.holderKey ? say(`applications.post.${row.holderKey.replace(/^post:/, '').split('@')[0]}`) : null,
    openedAt: row.openedAt,
    committee: row.committee,
    clock: row.clock ? clockView(row.clock, calendar, ctx.today) : null,
  }))
}
