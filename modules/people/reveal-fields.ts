import { sql } from 'kysely'
import { defineAction, permitPost } from '#kernel/access/door.ts'
import { personCard, revealPersonFields } from '#kernel/registry/door.ts'
import { problem } from '#platform/errors/problem.ts'
import { revealInput, revealOutput } from './contract.ts'
import { statePurpose } from './purpose.ts'

/** Lifts the mask of named fields, so many times a day, each time with its purpose in the audit. */
export const reveal = defineAction({
  name: 'reveal',
  summary: '揭示证件号或电话',
  callers: ['staff'],
  keepsAnswer: false,
  input: revealInput,
  output: revealOutput,
  async load(ctx, { personId, purpose }) {
    const person = await personCard(ctx.tx, ctx.services.keys, personId)
    return person && { person, stated: await statePurpose(ctx, person, purpose) }
  },
  allow: (actor) => permitPost(actor, ['windowClerk', 'committeeWorker']),
  async run(ctx, { person }, { fields }) {
    const { rows } = await sql<{ within: boolean }>`select people.count_reveal(${ctx.today}::date) as within`.execute(
      ctx.tx,
    )
    if (!rows[0]?.within) throw problem('refused-by-database', { reason: 'people.reveal-limit' })
    return (await revealPersonFields(ctx.tx, ctx.services.keys, person.id, fields, ctx.today)) ?? {}
  },
  audit: ({ person, stated }, { fields }) => ({
    subjects: [person.id],
    caseId: stated.caseId,
    purpose: stated.code,
    detail: { fields: fields.join(',') },
    ...(stated.reason ? { reason: stated.reason } : {}),
  }),
})
