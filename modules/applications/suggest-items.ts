import { defineQuery, permitPost } from '#kernel/access/door.ts'
import { personFacts } from '#kernel/registry/door.ts'
import { eligibilityOf, publishedItems } from '#modules/service-items/lookup.ts'
import { problem } from '#platform/errors/problem.ts'
import { suggestInput, suggestOutput } from './contract.ts'

const order = { met: 0, unknown: 1, unmet: 2 }

/** Items for a person at the window, those whose conditions are met first, each with its reason. */
export const suggestItems = defineQuery({
  name: 'suggest',
  summary: '按条件推荐事项',
  callers: ['staff'],
  personal: true,
  input: suggestInput,
  output: suggestOutput,
  allow: (actor) => permitPost(actor, ['windowClerk']),
  async run(ctx, { personId }) {
    const facts = await personFacts(ctx.tx, ctx.services.keys, personId, ctx.today)
    if (!facts) throw problem('not-found')
    const items = await publishedItems(ctx.tx, ctx.today)
    return {
      items: items
        .map((item) => {
          const { outcome, answers } = eligibilityOf(item, facts.values, ctx.today)
          const telling = answers.find((one) => one.outcome === outcome) ?? answers[0]
          return { itemKey: item.key, name: item.body.name['zh-CN'], outcome, reason: telling?.reason ?? '' }
        })
        .sort((a, b) => order[a.outcome] - order[b.outcome]),
    }
  },
  audit: (input) => ({ subjects: [input.personId], purpose: 'suggest' }),
})
