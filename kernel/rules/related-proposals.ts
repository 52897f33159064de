import type { Day } from '#kernel/calendar/door.ts'
import { type Eligibility, eligibilityOf } from './eligibility.ts'
import type { Facts } from './facts.ts'
import type { CompiledRule } from './rule.ts'

export type Candidate = { item: string; rules: readonly CompiledRule[] }
export type Proposal = Eligibility & { item: string; outcome: 'met' | 'unknown' }

/** Items worth proposing beside the one applied for: first those that are met, then those that one more fact would decide. */
export function relatedProposals(candidates: readonly Candidate[], facts: Facts, on: Day): Proposal[] {
  const found = candidates.map(({ item, rules }) => ({ item, ...eligibilityOf(rules, facts, on) }))
  const worth = found.filter((one): one is Proposal => one.outcome !== 'unmet' && one.because.length > 0)
  return worth.sort((a, b) => Number(b.outcome === 'met') - Number(a.outcome === 'met'))
}
