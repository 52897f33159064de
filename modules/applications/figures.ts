import { sql } from 'kysely'
import { defineQuery, permitPost } from '#kernel/access/door.ts'
import { figuresInput, figuresOutput } from './contract.ts'
import { itemNames } from './item-names.ts'

interface Figure {
  key: string | null
  label: string | null
  opened: number
  concluded: number
  onTime: number
  late: number
  running: number
  rated: number
  satisfied: number
  starsAverage: number | null
}

/**
 * 办件量、按时率、满意率: counted from the cases in the reader's sight, so that each number drills down to its cases.
 * On time: the decision came no later than the due day; a case that still runs past it is late, not pending.
 */
export const figures = defineQuery({
  name: 'figures',
  summary: '办件统计',
  callers: ['staff'],
  personal: false,
  input: figuresInput,
  output: figuresOutput,
  allow: (actor) => permitPost(actor, ['streetLeader', 'supervisor']),
  async run(ctx, { from, until, by }) {
    const key = {
      item: sql`c.subject_key`,
      committee: sql`c.area_id::text`,
      month: sql`to_char(c.opened_at at time zone 'Asia/Shanghai', 'YYYY-MM')`,
    }[by]
    const { rows } = await sql<Figure & { whole: number }>`
      with f as (
        select ${key} as key, c.area_id, c.closed_at, c.outcome, r.stars, k.due_on, k.stopped_on,
          c.state in ('concluded', 'decided') as decided, c.closed_at is null as running
        from cases."case" c
        left join cases.rating r on r.case_id = c.id
        left join cases.clock k on k.case_id = c.id and k.step_id is null and k.kind = 'promisedLimit'
        where c.case_type = 'application'
          and (c.opened_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${until}::date
      )
      select key, grouping(key) as whole,
        case when ${by} = 'committee' then (select v.name from areas.area_version v where v.area_id::text = key and v.during @> current_date) end as label,
        count(*)::int as opened,
        count(*) filter (where decided)::int as concluded,
        count(*) filter (where decided and stopped_on <= due_on)::int as "onTime",
        count(*) filter (where (decided and stopped_on > due_on) or (running and not decided and due_on < ${ctx.today}::date))::int as late,
        count(*) filter (where running)::int as running,
        count(stars)::int as rated,
        count(*) filter (where stars >= 3)::int as satisfied,
        round(avg(stars), 2)::float8 as "starsAverage"
      from f group by grouping sets ((key), ()) order by opened desc`.execute(ctx.tx)
    const names = by === 'item' ? await itemNames(ctx.tx, ctx.today) : null
    const total = rows.find((row) => row.whole === 1)!
    return {
      total: figure(total),
      groups: rows
        .filter((row) => row.whole === 0)
        .map((row) => ({
          ...figure(row),
          key: row.key ?? '',
          label: row.label ?? names?.get(row.key ?? '')?.name ?? row.key ?? '—',
        })),
    }
  },
})

function figure(row: Figure): Omit<Figure, 'key' | 'label'> {
  const { opened, concluded, onTime, late, running, rated, satisfied, starsAverage } = row
  return { opened, concluded, onTime, late, running, rated, satisfied, starsAverage }
}
