import type { Day } from '#kernel/calendar/door.ts'
import type { Outcome } from './ask-atom.ts'
import { join } from './decide.ts'
import { type Evaluation, evaluateAll } from './evaluate-rule.ts'
import type { Facts } from './facts.ts'
import type { CompiledRule } from './rule.ts'

export type Eligibility = { outcome: Outcome; because: Evaluation[]; missing: string[] }

/** Entitled when every rule in force is met; one rule that is not met decides alone. No rule in force: unknown, never yes. */
export function eligibilityOf(rules: readonly CompiledRule[], facts: Facts, on: Day): Eligibility {
  const because = evaluateAll(rules, facts, on)
  if (because.length === 0) return { outcome: 'unknown', because, missing: [] }
  return { ...join('unmet', because), because }
}
