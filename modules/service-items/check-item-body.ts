import { sql } from 'kysely'
import { checkDefinition, FormDefinitionError } from '#kernel/forms/door.ts'
import { RuleError } from '#kernel/rules/door.ts'
import type { Tx } from '#platform/contract.ts'
import { type FieldProblem, problem } from '#platform/errors/problem.ts'
import type { ItemBody } from './contract.ts'
import { compileItem } from './eligibility-for-item.ts'

/** What no schema can say: conditions and form compile, external steps can go stale, related items exist. All at once. */
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
  return whenThrown(() => checkDefinition(body.form), FormDefinitionError, 'body.form', 'service-items.form-wrong')
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
