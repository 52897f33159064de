import {
  amountOn,
  type CompiledAmounts,
  type CompiledRule,
  compileAmounts,
  compileRule,
  eligibilityOf as decideEligibility,
  type Evaluation,
  type Facts,
  type Rule,
  type Source as RuleSource,
  relatedProposals,
} from '#kernel/rules/door.ts'
import type { ItemBody, RuleAnswer, Source } from './contract.ts'
import { factLabel } from './facts-asked.ts'

type RuleBody = ItemBody['conditions'][number]
type ItemWithBody = { key: string; body: ItemBody }

export interface RelatedItem {
  itemKey: string
  name: string
  reason: string
  /** `unknown`: one more fact would decide. */
  outcome: 'met' | 'unknown'
}

interface Compiled {
  conditions: CompiledRule[]
  related: { itemKey: string; rules: CompiledRule[] }[]
  amounts: CompiledAmounts | null
}

/** Throws a RuleError where a condition leaves the subset; drafts are checked with it before they are kept. */
export function compileItem(body: ItemBody): Compiled {
  return {
    conditions: body.conditions.map((rule) => compileRule(toRule(rule))),
    related: body.related.map(({ itemKey, rule }) => ({ itemKey, rules: [compileRule(toRule(rule))] })),
    amounts: body.amounts && compileAmounts(toAmounts(body.amounts)),
  }
}

const compiled = new WeakMap<ItemBody, Compiled>()

function compiledOf(body: ItemBody): Compiled {
  const kept = compiled.get(body)
  if (kept) return kept
  const fresh = compileItem(body)
  compiled.set(body, fresh)
  return fresh
}

/** Whether the item's conditions are met, each answer with its reason. What is not known stays unknown. */
export function eligibilityOf(item: { body: ItemBody }, facts: Facts, on: string) {
  const { outcome, because } = decideEligibility(compiledOf(item.body).conditions, asRuleFacts(facts), on)
  return { outcome, answers: because.map(toAnswer) }
}

/** What this person would be paid, or null: no amount, not entitled, not known, or a mere standard. */
export function amountFor(item: { body: ItemBody }, facts: Facts, on: string): number | null {
  const { amounts } = compiledOf(item.body)
  if (!amounts || item.body.amounts?.meaning === 'standard') return null
  const found = amountOn(amounts, asRuleFacts(facts), on)
  return found.outcome === 'met' ? found.yuan : null
}

/** 关联提醒: items that the one applied for names as related and whose rule does not speak against this person. */
export function proposeRelated(
  items: readonly ItemWithBody[],
  facts: Facts,
  on: string,
  exceptKey: string,
): RelatedItem[] {
  const applied = items.find((item) => item.key === exceptKey)
  if (!applied) return []
  const candidates = compiledOf(applied.body).related.map(({ itemKey, rules }) => ({ item: itemKey, rules }))
  return relatedProposals(candidates, asRuleFacts(facts), on).flatMap((found) => {
    const related = items.find((item) => item.key === found.item)
    const [because] = found.because
    if (!related || !because || related.key === exceptKey) return []
    return [
      {
        itemKey: related.key,
        name: related.body.name['zh-CN'],
        reason: toAnswer(because).reason,
        outcome: found.outcome,
      },
    ]
  })
}

/** The base says birthOn, rules say birthDate (FEEL works age out of it). */
function asRuleFacts(facts: Facts): Facts {
  return 'birthOn' in facts && !('birthDate' in facts) ? { ...facts, birthDate: facts.birthOn } : facts
}

function toAnswer(found: Evaluation): RuleAnswer {
  const reason =
    found.outcome === 'unknown' && found.missing.length > 0
      ? `还需要知道：${found.missing.map(factLabel).join('、')}。`
      : found.reason['zh-CN']
  return { ruleId: found.rule, outcome: found.outcome, reason, missing: found.missing }
}

function toRule(rule: RuleBody): Rule {
  return {
    ...rule,
    source: toSource(rule.source),
    reasons: { met: { 'zh-CN': rule.reasons.met }, unmet: { 'zh-CN': rule.reasons.unmet } },
  }
}

function toAmounts(amounts: NonNullable<ItemBody['amounts']>) {
  const source = toSource(amounts.source)
  const always = { from: '0001-01-01', to: null }
  const tiers = amounts.tiers.map(({ condition = 'true', yuan, effective = always }) => ({
    condition,
    yuan,
    effective,
    source,
  }))
  return { id: 'amounts', unit: amounts.unit, tiers }
}

function toSource({ status, title = '', ...where }: Source): RuleSource {
  return { ...where, title, status: status === 'demo' ? 'toVerify' : status }
}
