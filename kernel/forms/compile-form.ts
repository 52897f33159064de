import type { Day } from '#kernel/calendar/door.ts'
import { answerChecker, type CheckOptions } from './answer-checker.ts'
import { checkDefinition } from './check-definition.ts'
import type { Answers, FormDefinition } from './form-definition.ts'
import { type FormError, formError } from './form-error.ts'
import { type KnownFact, type Prefill, prefill } from './prefill.ts'
import { tidyAnswers } from './tidy-answers.ts'
import { type Visibility, visibilityOf, visibilityRules } from './visibility.ts'

export type Validation = { ok: boolean; errors: FormError[]; answers: Answers }

export type CompiledForm = {
  definition: FormDefinition
  /** `held`: fields whose value the base holds and nobody typed anew. The answers come back tidied, without what was not asked. */
  validate(raw: Readonly<Record<string, unknown>>, today: Day, held?: ReadonlySet<string>): Validation
  prefill(known: ReadonlyMap<string, KnownFact>, today: Day): Prefill
  visibility(answers: Answers, today: Day): Map<string, Visibility>
}

/** Throws a FormDefinitionError when the definition itself is wrong. */
export function compileForm(input: unknown, options: CheckOptions = {}): CompiledForm {
  const definition = checkDefinition(input)
  const rules = visibilityRules(definition)
  const check = answerChecker(definition, options)
  const order = new Map(definition.fields.map((field, at) => [field.key, at]))
  const visibility = (answers: Answers, today: Day) => visibilityOf(definition, rules, answers, today)

  return {
    definition,
    visibility,
    validate(raw, today, held = new Set()) {
      const tidied = tidyAnswers(definition, raw)
      const visible = visibility(tidied, today)
      const answers = Object.fromEntries(Object.entries(tidied).filter(([key]) => visible.get(key) !== 'hidden'))
      const missing = definition.fields
        .filter(
          ({ key, required }) =>
            required && visible.get(key) === 'shown' && !Object.hasOwn(answers, key) && !held.has(key),
        )
        .map(({ key }) => formError(key, 'required'))
      const errors = oneEach([...missing, ...check(answers, today)], order)
      return { ok: errors.length === 0, errors, answers }
    },
    prefill: (known, today) =>
      prefill(
        definition,
        known,
        (field, value) => check(tidyAnswers(definition, { [field]: value }), today).length === 0,
      ),
  }
}

/** The first error of each field, in the order in which a reader meets the fields. */
function oneEach(errors: FormError[], order: ReadonlyMap<string, number>): FormError[] {
  const first = new Map<string, FormError>()
  for (const error of errors) if (!first.has(error.field)) first.set(error.field, error)
  return [...first.values()].sort((a, b) => (order.get(a.field) ?? 1e9) - (order.get(b.field) ?? 1e9)).slice(0, 100)
}
