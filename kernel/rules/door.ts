export {
  type AmountFinding,
  type AmountTable,
  amountOn,
  type CompiledAmounts,
  compileAmounts,
  type Tier,
} from './amount-on.ts'
export type { Finding, Outcome } from './ask-atom.ts'
export { compileCondition } from './compile-condition.ts'
export { type Condition, factsOf } from './condition.ts'
export { decide } from './decide.ts'
export { type Eligibility, eligibilityOf } from './eligibility.ts'
export { type Evaluation, evaluateAll, evaluateRule } from './evaluate-rule.ts'
export { type Facts, type FactValue, factsAsOf } from './facts.ts'
export { type Candidate, type Proposal, relatedProposals } from './related-proposals.ts'
export { type CompiledRule, compileRule, type Effective, inForce, type Rule, type Source } from './rule.ts'
export { RuleError, type RuleErrorCode, ruleErrorText } from './rule-error.ts'
export { texts as ruleTexts } from './texts.ts'
