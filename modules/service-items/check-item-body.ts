import { sql } from 'kysely'
import { elementOf, refusedElement } from '#kernel/elements/door.ts'
import { checkDefinition, type FormDefinition, FormDefinitionError } from '#kernel/forms/door.ts'
import { RuleError } from '#kernel/rules/door.ts'
import type { Tx } from '#platform/contract.ts'
import { type FieldProblem, problem } from '#platform/errors/problem.ts'
import type { ItemBody } from './contract.ts'
import { compileItem } from './eligibility-for-item.ts'

/** What no schema can say: rules and form compile, elements exist, external steps can go stale, related items exist. All at once. */
export async function checkItemBody(tx: Tx, key: string, body: ItemBody): Promise<void> {
  const fields = [
    ...rulesProblems(body),
    ...formProblems(body),
    ...stepProblems(body),
    ...(await relatedProblems(tx, key, body)),
  ]
  if (fields.length > 0) throw problem('invalid-input', { fields })
}

function rulesProblems(body: ItemBody): FieldProblem[] {
  return whenThrown(() => compileItem(body), RuleError, 'body.conditions', 'service-items.condition-wrong')
}

function formProblems(body: ItemBody): FieldProblem[] {
  const wrong = whenThrown(
    () => checkDefinition(body.form),
    FormDefinitionError,
    'body.form',
    'service-items.form-wrong',
  )
  return wrong.length > 0 ? wrong : elementProblems(body, body.form as FormDefinition)
}

/** A form reads of the base only what the item says it binds, and asks for nothing that Linli does not keep. */
function elementProblems(body: ItemBody, form: FormDefinition): FieldProblem[] {
  const unknown = body.boundElements.flatMap((element, at) =>
    elementOf(element)
      ? []
      : [{ path: `body.boundElements.${at}`, reason: 'service-items.element-unknown', params: { element } }],
  )
  const asked = form.fields.flatMap(({ label, binding }, at) => {
    const path = `body.form.fields.${at}`
    const field = label['zh-CN']
    if (refusedElement(field)) return [{ path, reason: 'service-items.field-refused', params: { field } }]
    if (!binding || body.boundElements.includes(binding.element)) return []
    return [{ path, reason: 'service-items.element-unbound', params: { field } }]
  })
  return [...unknown, ...asked]
}

function whenThrown(
  check: () => unknown,
  expected: abstract new (...args: never[]) => Error,
  path: string,
  reason: string,
): FieldProblem[] {
  try {
    check()
    return []
  } catch (error) {
    if (!(error instanceof expected)) throw error
    return [{ path, reason, params: { message: error.message } }]
  }
}

/** An external step without a system or a stale day is how matters disappear. */
function stepProblems(body: ItemBody): FieldProblem[] {
  return body.steps.flatMap((step, at) => {
    const path = `body.steps.${at}`
    const again = body.steps.findIndex((other) => other.key === step.key) !== at
    if (again) return [{ path, reason: 'service-items.step-twice', params: { step: step.key } }]
    if (step.kind === 'internal' || (step.system && step.staleAfterDays)) return []
    return [{ path, reason: 'service-items.step-unheld', params: { step: step.name['zh-CN'] } }]
  })
}

async function relatedProblems(tx: Tx, key: string, body: ItemBody): Promise<FieldProblem[]> {
  const wanted = body.related.map((one) => one.itemKey)
  const { rows } = await sql<{
    key: string
  }>`select key from service_items.item where key = any (${wanted}::text[])`.execute(tx)
  const known = new Set(rows.map((row) => row.key))
  return wanted.flatMap((item, at) =>
    known.has(item) && item !== key
      ? []
      : [{ path: `body.related.${at}.itemKey`, reason: 'service-items.related-unknown', params: { item } }],
  )
}
