import { type CompiledForm, compileForm } from '#kernel/forms/door.ts'
import type { ItemBody } from '#modules/service-items/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import type { Answers } from './filed.ts'

const compiled = new WeakMap<ItemBody, CompiledForm>()

/** The item's form, compiled once for as long as the version is in memory. */
export function formOf(item: ItemBody): CompiledForm {
  const known = compiled.get(item)
  if (known) return known
  const form = compileForm(item.form)
  compiled.set(item, form)
  return form
}

/** Checks answers against the item's form and returns them tidied; each error names its field in the applicant's words. */
export function checkAnswers(item: ItemBody, answers: Answers, today: string, identified: boolean): Answers {
  const form = formOf(item)
  // Masked fields that the base holds are not typed again.
  const held = new Set(
    identified
      ? form.definition.fields.filter((field) => field.sensitive && field.binding).map((field) => field.key)
      : [],
  )
  const result = form.validate(answers, today, held)
  if (!result.ok) throw problem('invalid-input', { fields: result.errors })
  return result.answers
}
