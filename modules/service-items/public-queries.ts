import { defineQuery } from '#kernel/access/door.ts'
import { allowed } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import * as contract from './contract.ts'
import { factsAsked } from './facts-asked.ts'
import { amountFor, eligibilityOf, publishedItem, publishedItems } from './lookup.ts'

const anybody = ['anonymous', 'resident', 'staff', 'machine'] as const

export const listItems = defineQuery({
  name: 'list',
  summary: '已发布的事项',
  callers: anybody,
  personal: false,
  input: contract.listInput,
  output: contract.listOutput,
  allow: () => allowed,
  async run(ctx, { q }) {
    const all = await publishedItems(ctx.tx, ctx.today)
    const wanted = q?.trim()
    const found = all.filter(
      ({ body }) =>
        !wanted ||
        [body.name['zh-CN'], body.plainName?.['zh-CN'] ?? '', ...body.words].some((text) => text.includes(wanted)),
    )
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

export const openItem = defineQuery({
  name: 'open',
  summary: '一个事项的办事指南',
  callers: anybody,
  personal: false,
  input: contract.openInput,
  output: contract.openOutput,
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

export const mayI = defineQuery({
  name: 'mayI',
  summary: '按回答初步判断是否符合条件，不保存',
  callers: anybody,
  personal: true,
  input: contract.mayIInput,
  output: contract.mayIOutput,
  allow: () => allowed,
  async run(ctx, { key, facts }) {
    const item = await publishedItem(ctx.tx, key, ctx.today)
    if (!item) throw problem('not-found')
    return { ...eligibilityOf(item, facts, ctx.today), yuan: amountFor(item, facts, ctx.today) }
  },
})
