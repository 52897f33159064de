import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, defineQuery, permitPost } from '#kernel/access/door.ts'
import { timeline } from '#kernel/cases/door.ts'
import { type Answers, loadForm, loadFormInForce } from '#kernel/forms/door.ts'
import { publishedItems } from '#modules/service-items/lookup.ts'
import { allowed } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import { textIn } from '#platform/text.ts'
import {
  inboxInput,
  inboxOutput,
  mineInput,
  mineOutput,
  openInput,
  openOutput,
  type RemedyRow,
  type replyLine,
} from './contract.ts'
import { whatNext } from './policies.ts'
import { replyForm } from './remedy.ts'
import { loadRemedy, type Remedy } from './remedy-queries.ts'
import { texts } from './texts.ts'

type Line = z.infer<typeof replyLine>
type Row = Omit<RemedyRow, 'itemName' | 'stateText' | 'late'>

const say = (key: string) => texts['zh-CN'][key] ?? key
const columns = sql`c.id as "caseId", c.number, r.rated_case_id as "ratedCaseId", r.rated_number as "ratedNumber", c.subject_key as "itemKey",
  r.stars, c.state, c.opened_at as "openedAt", c.due_on as "dueOn" from remedies.remedy r join cases."case" c on c.id = r.case_id`

/** 差评整改: what waits for a reply, what is late. */
export const inbox = defineQuery({
  name: 'inbox',
  summary: '差评整改列表',
  callers: ['staff'],
  personal: true,
  input: inboxInput,
  output: inboxOutput,
  allow: (actor) => permitPost(actor, ['supervisor', 'streetLeader']),
  async run(ctx, { view }) {
    const condition = {
      waiting: sql`c.state in ('open', 'contested')`,
      late: sql`c.state in ('open', 'contested') and c.due_on < ${ctx.today}::date`,
      all: sql`true`,
    }[view]
    const { rows } = await sql<Row>`select ${columns} where ${condition} order by c.due_on, c.id limit 200`.execute(
      ctx.tx,
    )
    return { rows: await named(ctx, rows) }
  },
  audit: (_input, output) => (output.rows.length > 0 ? { detail: { shown: output.rows.length } } : null),
})

export const open = defineQuery({
  name: 'open',
  summary: '查看一件整改',
  callers: ['staff', 'resident'],
  personal: true,
  input: openInput,
  output: openOutput,
  allow: () => allowed,
  async run(ctx, { caseId }) {
    const subject = await loadRemedy(ctx, caseId, 'read')
    if (!subject) throw problem('not-found')
    const [row] = await named(ctx, [await rowOf(ctx, caseId)])
    const next = whatNext(ctx.actor, subject)
    const mayReply = next.some((one) => one.action === 'reply' && one.allowed)
    return {
      ...row!,
      version: subject.case.projection.version,
      ratedWords: await ratedWords(ctx, subject),
      reply: await replyLines(ctx, subject),
      repliedAt: subject.repliedAt,
      timeline: (await timeline(ctx.tx, caseId)).map((entry) => ({
        seq: entry.seq,
        at: entry.at,
        what: say(`remedies.did.${entry.operation.split('.')[1]}`),
        by: entry.byPost ?? say(`remedies.by.${entry.byKind}`),
        note: entry.note,
      })),
      form: mayReply ? ((await loadFormInForce(ctx.tx, replyForm, ctx.today))?.form.definition ?? null) : null,
      allowed: next.map((one) => ({ ...one, reason: one.reason && say(one.reason) })),
    }
  },
  audit: ({ caseId }, output) => ({ caseId, purpose: `case:${output.number}` }),
})

/** A resident's own remedies, beside the matter that was rated. */
export const mine = defineQuery({
  name: 'mine',
  summary: '我的差评整改',
  callers: ['resident'],
  personal: true,
  input: mineInput,
  output: mineOutput,
  allow: () => allowed,
  async run(ctx, { ratedCaseId }) {
    const { rows } =
      await sql<Row>`select ${columns} where ${ratedCaseId ? sql`r.rated_case_id = ${ratedCaseId}` : sql`true`}
      order by c.opened_at desc limit 50`.execute(ctx.tx)
    const list = await named(ctx, rows)
    return { remedies: await Promise.all(list.map((row) => own(ctx, row))) }
  },
})

async function own(ctx: Ctx, row: RemedyRow) {
  const subject = (await loadRemedy(ctx, row.caseId, 'read'))!
  return {
    ...row,
    version: subject.case.projection.version,
    reply: await replyLines(ctx, subject),
    repliedAt: subject.repliedAt,
    allowed: whatNext(ctx.actor, subject),
  }
}

async function rowOf(ctx: Ctx, caseId: string): Promise<Row> {
  const { rows } = await sql<Row>`select ${columns} where r.case_id = ${caseId}`.execute(ctx.tx)
  return rows[0]!
}

async function named(ctx: Ctx, rows: Row[]): Promise<RemedyRow[]> {
  const items = new Map((await publishedItems(ctx.tx, ctx.today)).map((item) => [item.key, item.body.name['zh-CN']]))
  return rows.map((row) => ({
    ...row,
    itemName: items.get(row.itemKey) ?? row.itemKey,
    stateText: say(`remedies.state.${row.state}`),
    late: (row.state === 'open' || row.state === 'contested') && row.dueOn !== null && row.dueOn < ctx.today,
  }))
}

/** The words that were written beside the stars, where the reader may see the rated case. */
async function ratedWords(ctx: Ctx, { ratedCaseId }: Remedy): Promise<string | null> {
  const { rows } = await sql<{
    text: string
  }>`select n.text from cases.rating r join cases.note n on n.event_id = r.note_event_id
    where r.case_id = ${ratedCaseId}`.execute(ctx.tx)
  return rows[0]?.text ?? null
}

async function replyLines(ctx: Ctx, { reply, replyFormId }: Remedy): Promise<Line[] | null> {
  const stored = reply && replyFormId ? await loadForm(ctx.tx, replyFormId) : null
  if (!reply || !stored) return null
  return stored.form.definition.fields
    .filter((field) => (reply as Answers)[field.key] !== undefined)
    .map((field) => {
      const value = String((reply as Answers)[field.key])
      const choice = field.choices?.find((one) => one.value === value)
      return {
        key: field.key,
        label: textIn(field.label, 'zh-CN'),
        value: choice ? textIn(choice.label, 'zh-CN') : value,
      }
    })
}
