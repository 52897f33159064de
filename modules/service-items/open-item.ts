import { defineQuery } from '#kernel/access/door.ts'
import { allowed } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import { openInput, openOutput } from './contract.ts'
import { factsAsked } from './facts-asked.ts'
import { publishedItem } from './lookup.ts'

export const openItem = defineQuery({
  name: 'open',
  summary: '查看一个事项的办事指南',
  callers: ['anonymous', 'resident', 'staff', 'machine'],
  personal: false,
  input: openInput,
  output: openOutput,
  allow: () => allowed,
  async run(ctx, { key }) {
    const item = await publishedItem(ctx.tx, key, ctx.today)
    if (!item) throw problem('not-found')
    return {
      key,
      version: item.version,
      effectiveFrom: item.effectiveFrom,
      body: item.body,
      asks: factsAsked(item.body),
    }
  },
})
