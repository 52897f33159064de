import type { z } from 'zod'
import type { ItemBody, mayIOutput, openOutput } from '#modules/service-items/contract.ts'
import type { Eligibility, Question } from '../item-api.ts'

type Asks = z.output<typeof openOutput>['asks']
type Found = z.output<typeof mayIOutput>

const verdicts = { met: 'likely', unmet: 'unlikely', unknown: 'unknown' } as const

export function questionsOf(asks: Asks): Question[] {
  return asks.map(({ fact, label, kind }) => ({ key: fact, text: label, kind }))
}

/** What was typed as facts; what is not sure or cannot be read stays unknown, never false. */
export function factsOf(asks: Asks, answers: Record<string, string>) {
  const facts: Record<string, string | number | boolean | null> = {}
  for (const { fact, kind } of asks) {
    const answer = answers[fact]
    if (!answer || answer === 'notSure') continue
    if (kind === 'yesNo') facts[fact] = answer === 'yes'
    else if (kind === 'number') facts[fact] = /^\d{1,9}(\.\d{1,2})?$/.test(answer) ? Number(answer) : null
    else facts[fact] = answer.slice(0, 80)
  }
  return facts
}

export function eligibilityView(found: Found, body: ItemBody): NonNullable<Eligibility['outcome']> {
  const sources = new Map(body.conditions.map((rule) => [rule.id, rule.source.title]))
  return {
    verdict: verdicts[found.outcome],
    reasons: found.answers.map(({ ruleId, outcome, reason }) => ({
      text: reason,
      met: outcome === 'unknown' ? null : outcome === 'met',
      ...(sources.get(ruleId) ? { source: sources.get(ruleId) } : {}),
    })),
    ...(found.yuan !== null && found.outcome === 'met' && body.amounts
      ? { amount: `${found.yuan} ${body.amounts.unit}` }
      : {}),
  }
}
