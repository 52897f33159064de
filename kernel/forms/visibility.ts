import type { Day } from '#kernel/calendar/door.ts'
import { type Condition, compileCondition, decide, type Facts, factsAsOf } from '#kernel/rules/door.ts'
import type { Answers, FormDefinition } from './form-definition.ts'

/** Unknown: the answer that decides is still missing, so the question is offered and not demanded. */
export type Visibility = 'shown' | 'hidden' | 'ifApplicable'

export function visibilityRules(definition: FormDefinition): ReadonlyMap<string, Condition> {
  const conditional = definition.fields.filter((field) => field.visibleWhen !== undefined)
  return new Map(conditional.map((field) => [field.key, compileCondition(field.visibleWhen!)]))
}

/** In the order of the fields, so that an answer that is no longer asked decides nothing further down. */
export function visibilityOf(
  definition: FormDefinition,
  rules: ReadonlyMap<string, Condition>,
  answers: Answers,
  today: Day,
): Map<string, Visibility> {
  const asked: Record<string, Answers[string]> = { ...answers }
  const visible = new Map<string, Visibility>()
  for (const { key } of definition.fields) {
    const rule = rules.get(key)
    const outcome = rule ? decide(rule, factsAsOf(asked as Facts, today)).outcome : 'met'
    if (outcome === 'unmet') delete asked[key]
    visible.set(key, outcome === 'met' ? 'shown' : outcome === 'unmet' ? 'hidden' : 'ifApplicable')
  }
  return visible
}
