import { defineQuery } from '#kernel/access/door.ts'
import { allowed } from '#platform/contract.ts'
import { listInput, listOutput } from './contract.ts'
import { publishedItems } from './lookup.ts'
import { searchItems } from './search-items.ts'

export const listItems = defineQuery({
  name: 'list',
  summary: '查找事项：中文、拼音、拼音首字母或平常的说法',
  callers: ['anonymous', 'resident', 'staff', 'machine'],
  personal: false,
  input: listInput,
  output: listOutput,
  allow: () => allowed,
  async run(ctx, { q }) {
    const found = searchItems(await publishedItems(ctx.tx, ctx.today), q)
    return {
      items: found.map(({ key, version, body }) => ({
        key,
        version,
        name: body.name['zh-CN'],
        plainName: body.plainName?.['zh-CN'] ?? null,
        department: body.department.name,
        lifeEvents: body.lifeEvents,
        audience: body.audience,
        cityWide: body.cityWide,
        promisedDays: body.promisedLimit.days,
      })),
    }
  },
})
