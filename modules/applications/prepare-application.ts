import { defineAction, permitPost } from '#kernel/access/door.ts'
import {
  amountFor,
  eligibilityOf,
  proposeRelated,
  publishedItem,
  publishedItems,
} from '#modules/service-items/lookup.ts'
import { openCaseOf } from './application-queries.ts'
import { formOf } from './check-answers.ts'
import { prepareInput, prepareOutput } from './contract.ts'
import { factsForItem } from './facts-for-item.ts'

/**
 * All that the acceptance page shows, prefilled from the base. An action and not a query, because a search by exact ID number
 * across streets counts against the clerk's daily limit even when nobody is found.
 */
export const prepareApplication = defineAction({
  name: 'prepare',
  summary: '准备受理：预填、条件、材料',
  callers: ['staff'],
  keepsAnswer: false,
  input: prepareInput,
  output: prepareOutput,
  load: (ctx, { itemKey }) => publishedItem(ctx.tx, itemKey, ctx.today),
  allow: (actor) => permitPost(actor, ['windowClerk']),
  async run(ctx, item, input) {
    const found = await factsForItem(ctx, item, input)
    const form = formOf(item.body)
    const { answers, provenance } = form.prefill(found?.facts.known ?? new Map(), ctx.today)
    const values = found?.facts.values ?? {}
    const others = await publishedItems(ctx.tx, ctx.today)
    return {
      itemKey: item.key,
      itemVersion: item.version,
      found: found !== null,
      personId: found?.personId ?? null,
      name: found?.facts.name ?? null,
      form: item.body.form,
      answers,
      provenance: Object.fromEntries(
        Object.entries(provenance).map(([key, { source, asOf, masked }]) => [
          key,
          { source: source['zh-CN'], asOf, ...(masked ? { masked } : {}) },
        ]),
      ),
      eligibility: eligibilityOf(item, values, ctx.today),
      materials: item.body.materials.map((one) => ({
        key: one.key,
        name: one.name['zh-CN'],
        form: one.form,
        needed: one.needed,
        state: one.form === 'verifiedFromBase' && found ? ('verifiedFromBase' as const) : ('missing' as const),
      })),
      yuan: amountFor(item, values, ctx.today),
      related: found ? proposeRelated(others, values, ctx.today, item.key) : [],
      openCase: found ? await openCaseOf(ctx, item.key, found.personId) : null,
    }
  },
  audit: (item, input, output) => ({
    subjects: output.personId ? [output.personId] : [],
    purpose: `item:${item.key}`,
    // Absent, outside and refused leave the same entry.
    detail: { item: item.key, byIdNumber: input.idNumber !== undefined },
  }),
})
