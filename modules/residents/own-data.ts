import { defineQuery } from '#kernel/access/door.ts'
import { personFacts } from '#kernel/registry/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'
import { personsOf } from './persons-of.ts'
import { texts } from './texts.ts'

const revealedBy: Record<string, 'idNumber' | 'phones'> = { 'person.idNumber': 'idNumber', 'person.phone': 'phones' }

/** 我的信息: every value that the base holds about the persons of this account and their wards, with source and age. */
export const ownData = defineQuery({
  name: 'ownData',
  summary: '街道掌握的本人信息与来源',
  callers: ['resident'],
  personal: true,
  ...contract.ownData,
  allow: () => allowed,
  async run(ctx) {
    const persons = []
    for (const { id, relation } of await personsOf(ctx)) {
      const facts = await personFacts(ctx.tx, ctx.services.keys, id, ctx.today)
      if (!facts) continue
      const values = [...facts.known].map(([element, known]) => ({
        label: texts['zh-CN'][`residents.element.${element}`] ?? element,
        value: spoken(known.masked ?? known.value),
        source: known.source['zh-CN'],
        asOf: known.asOf,
        masked: known.masked === undefined ? null : (revealedBy[element] ?? null),
      }))
      persons.push({ id, name: facts.name, relation, values })
    }
    return { persons }
  },
  audit: (_input, { persons }) => ({ subjects: persons.map(({ id }) => id), purpose: 'own-data' }),
})

function spoken(value: string | number | boolean | undefined): string {
  if (typeof value === 'boolean') return texts['zh-CN'][value ? 'residents.yes' : 'residents.no'] ?? String(value)
  return texts['zh-CN'][`residents.value.${value}`] ?? String(value ?? '')
}
