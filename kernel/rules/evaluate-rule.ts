import type { Day } from '#kernel/calendar/door.ts'
import type { Language } from '#platform/contract.ts'
import type { Text } from '#platform/text.ts'
import type { Outcome } from './ask-atom.ts'
import { decide } from './decide.ts'
import { type Facts, factsAsOf } from './facts.ts'
import { type CompiledRule, inForce, type Source } from './rule.ts'
import { texts } from './texts.ts'

export type Evaluation = {
  rule: string
  version: number
  outcome: Outcome
  reason: Text
  /** Names of facts, such as household.income, that would decide an unknown outcome. */
  missing: string[]
  source: Source
}

export function evaluateRule(rule: CompiledRule, facts: Facts, on: Day): Evaluation {
  const about = { rule: rule.id, version: rule.version, source: rule.source }
  if (!inForce(rule.effective, on))
    return { ...about, outcome: 'unknown', reason: ownText('rules.notInForce'), missing: [] }
  const { outcome, missing } = decide(rule.compiled, factsAsOf(facts, on))
  const reason = outcome === 'unknown' ? ownText('rules.unknown', missing.join(', ')) : rule.reasons[outcome]
  return { ...about, outcome, reason, missing }
}

/** Of each rule the version in force on the day; a rule without one says nothing. */
export function evaluateAll(rules: readonly CompiledRule[], facts: Facts, on: Day): Evaluation[] {
  const current = new Map<string, CompiledRule>()
  for (const rule of rules) {
    if (!inForce(rule.effective, on)) continue
    const other = current.get(rule.id)
    if (!other || other.version < rule.version) current.set(rule.id, rule)
  }
  return [...current.values()].map((rule) => evaluateRule(rule, facts, on))
}

function ownText(key: string, missing = ''): Text {
  const written = Object.entries(texts) as [Language, Record<string, string>][]
  const said = written.map(([language, own]) => [language, own[key]?.replace('{missing}', missing)] as const)
  return Object.fromEntries(said.filter(([, text]) => text !== undefined)) as Text
}
