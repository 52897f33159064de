import type { Day } from '#kernel/calendar/door.ts'
import { type Condition, compileCondition } from './compile-condition.ts'
import { decide } from './decide.ts'
import { type Facts, factsAsOf } from './facts.ts'
import { type Effective, inForce, type Source } from './rule.ts'
import { RuleError } from './rule-error.ts'

/** One dated amount: who gets it is FEEL, as in a rule. */
export type Tier = { condition: string; yuan: number; effective: Effective; source: Source }
/** `unit` as the source says it, such as 元/人/月. The first tier that is met counts. */
export type AmountTable = { id: string; unit: string; tiers: readonly Tier[] }
export type CompiledAmounts = Omit<AmountTable, 'tiers'> & { tiers: readonly (Tier & { compiled: Condition })[] }

export type AmountFinding =
  | { outcome: 'met'; yuan: number; unit: string; source: Source; missing: [] }
  | { outcome: 'unmet'; missing: [] }
  | { outcome: 'unknown'; missing: string[] }

export function compileAmounts(table: AmountTable): CompiledAmounts {
  const tiers = table.tiers.map((tier) => {
    const fen = Math.round(tier.yuan * 100)
    if (!(tier.yuan >= 0) || Math.abs(fen - tier.yuan * 100) > 1e-6)
      throw new RuleError('amount', String(tier.yuan), 0, 1)
    return { ...tier, compiled: compileCondition(tier.condition) }
  })
  return { ...table, tiers }
}

/**
 * The amount of the first tier that is met. A tier that is unknown stops the search: a later one must not pay in its stead.
 * With no tier in force on the day nothing is known, which is not the same as nothing due.
 */
export function amountOn(table: CompiledAmounts, facts: Facts, on: Day): AmountFinding {
  const asOf = factsAsOf(facts, on)
  const tiers = table.tiers.filter((tier) => inForce(tier.effective, on))
  for (const tier of tiers) {
    const { outcome, missing } = decide(tier.compiled, asOf)
    if (outcome === 'met') return { outcome, yuan: tier.yuan, unit: table.unit, source: tier.source, missing: [] }
    if (outcome === 'unknown') return { outcome, missing }
  }
  return { outcome: tiers.length > 0 ? 'unmet' : 'unknown', missing: [] }
}
