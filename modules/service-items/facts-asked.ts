import { compileCondition, factsOf } from '#kernel/rules/door.ts'
import type { ItemBody } from './contract.ts'
import { texts } from './texts.ts'

/** How the facts that conditions may name are asked; a fact that is not listed is asked as text under its own name. */
const kinds: Record<string, 'date' | 'yesNo' | 'number'> = {
  birthDate: 'date',
  registeredInCity: 'yesNo',
  perCapitaMonthlyIncome: 'number',
  minimumLivingStandard: 'number',
}

export function factLabel(fact: string): string {
  return texts['zh-CN'][`service-items.fact.${fact}`] ?? fact
}

/** What decides the item's conditions, in the order in which they name it. Labels are keys' texts in zh-CN. */
export function factsAsked(body: ItemBody) {
  const named = body.conditions.flatMap((rule) => factsOf(compileCondition(rule.condition)))
  return [...new Set(named)].map((fact) => ({ fact, label: factLabel(fact), kind: kinds[fact] ?? ('text' as const) }))
}
