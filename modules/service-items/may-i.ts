import { defineQuery } from '#kernel/access/door.ts'
import { allowed } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import { mayIInput, mayIOutput } from './contract.ts'
import { amountFor, eligibilityOf, publishedItem } from './lookup.ts'

/** Am I entitled? Answered from what is typed alone; nothing is looked up, kept or audited. */
export const mayI = defineQuery({
  name: 'mayI',
  summary: '按填写的情况自测能否办理，不保存',
  callers: ['anonymous', 'resident', 'staff', 'machine'],
  personal: true,
  input: mayIInput,
  output: mayIOutput,
  allow: () => allowed,
  async run(ctx, { key, facts }) {
    const item = await publishedItem(ctx.tx, key, ctx.today)
    if (!item) throw problem('not-found')
    return { ...eligibilityOf(item, facts, ctx.today), yuan: amountFor(item, facts, ctx.today) }
  },
})
