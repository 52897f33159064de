import { defineQuery } from '#kernel/access/door.ts'
import { compileForm, type KnownFact } from '#kernel/forms/door.ts'
import { personFacts, personNames, wardsOf } from '#kernel/registry/door.ts'
import { publishedItem } from '#modules/service-items/lookup.ts'
import { allowed, refused } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import * as contract from './contract.ts'

export const beginApplication = defineQuery({
  name: 'beginApplication',
  summary: '开始网上申请：可为谁办、已知内容预填',
  callers: ['resident'],
  personal: true,
  ...contract.beginApplication,
  allow: (actor, { personId }) =>
    personId === undefined || actor.persons.includes(personId) ? allowed : refused('residents.not-your-person'),
  async run(ctx, { itemKey, personId }) {
    const item = await publishedItem(ctx.tx, itemKey, ctx.today)
    if (!item) throw problem('not-found')
    const form = compileForm(item.body.form, { allowSyntheticIds: true })
    const self = personId ?? ctx.actor.persons[0]
    const facts = self ? await personFacts(ctx.tx, ctx.services.keys, self, ctx.today) : null
    // Only what the item binds: an application is no key to the whole file.
    const bound = new Set(item.body.boundElements)
    const known = new Map<string, KnownFact>([...(facts?.known ?? [])].filter(([element]) => bound.has(element)))
    const { answers, provenance } = form.prefill(known, ctx.today)
    return {
      persons: await personNames(ctx.tx, ctx.actor.persons),
      wards: await wardsOf(ctx.tx, ctx.actor.persons, ctx.today),
      form: item.body.form,
      answers,
      provenance,
    }
  },
  audit: ({ itemKey, personId }, { persons }) => ({
    subjects: personId ? [personId] : persons.slice(0, 1).map(({ id }) => id),
    purpose: `item:${itemKey}`,
  }),
})
