import type { Day } from '#kernel/calendar/door.ts'
import type { Text } from '#platform/text.ts'
import { type Condition, compileCondition } from './compile-condition.ts'

/** Where a rule or an amount comes from. What no source gives is the street's own setting or still to be verified. */
export type Source = {
  title?: string
  url?: string
  asOf?: string
  status: 'sourced' | 'localSetting' | 'toVerify' | 'demo'
}

/** First and last day in force; null: until further notice. */
export type Effective = { from: Day; to: Day | null }

export type Rule = {
  id: string
  version: number
  effective: Effective
  source: Source
  /** FEEL, the subset of feel-subset.ts. */
  condition: string
  reasons: { met: Text; unmet: Text }
}

export type CompiledRule = Rule & { compiled: Condition }

/** Throws a RuleError with position and remedy when the condition leaves the subset. */
export function compileRule(rule: Rule): CompiledRule {
  return { ...rule, compiled: compileCondition(rule.condition) }
}

export function inForce(effective: Effective, on: Day): boolean {
  return effective.from <= on && (effective.to === null || on <= effective.to)
}
