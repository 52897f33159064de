import { Ajv } from 'ajv'
import { isDay } from '#kernel/calendar/door.ts'
import { compileCondition, factsOf, RuleError } from '#kernel/rules/door.ts'
import { definitionSchema } from './definition-schema.ts'
import type { Field, FormDefinition } from './form-definition.ts'

/** A mistake in a definition: where it stands, and what to do about it. */
export class FormDefinitionError extends Error {
  readonly place: string

  constructor(place: string, remedy: string) {
    super(`${place}：${remedy}`)
    this.name = 'FormDefinitionError'
    this.place = place
  }
}

const ajv = new Ajv({ strict: true, strictNumbers: true, ownProperties: true })
ajv.addFormat('day', isDay)
const fits = ajv.compile<FormDefinition>(definitionSchema)

export function checkDefinition(input: unknown): FormDefinition {
  if (!fits(input)) {
    const error = fits.errors?.[0]
    const detail = error?.params.additionalProperty ?? error?.params.missingProperty ?? ''
    throw new FormDefinitionError(
      error?.instancePath || '/',
      `表单定义不合规格，${error?.message ?? ''} ${detail}`.trim(),
    )
  }
  const seen = new Set<string>()
  for (const [at, field] of input.fields.entries()) {
    const place = `/fields/${at} ${field.key}`
    if (seen.has(field.key)) throw new FormDefinitionError(place, '字段名重复，请改名')
    checkField(field, place)
    checkVisibleWhen(field, seen, place)
    seen.add(field.key)
  }
  return input
}

function checkField(field: Field, place: string): void {
  const values = field.choices?.map((choice) => choice.value) ?? []
  if (field.type === 'choice' && values.length === 0) throw new FormDefinitionError(place, '选择题须有选项')
  if (new Set(values).size !== values.length) throw new FormDefinitionError(place, '选项的值重复')
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) {
    throw new FormDefinitionError(place, '最小值大于最大值')
  }
  if ((field.minLength ?? 1) > (field.maxLength ?? 4000)) throw new FormDefinitionError(place, '最少字数大于最多字数')
  if (field.type === 'idNumber' && !field.sensitive) {
    throw new FormDefinitionError(place, '证件号码须标为敏感（sensitive: true）')
  }
}

/** Only earlier fields may decide: a reader without script meets the questions from top to bottom. */
function checkVisibleWhen(field: Field, earlier: ReadonlySet<string>, place: string): void {
  if (field.visibleWhen === undefined) return
  try {
    const unknown = factsOf(compileCondition(field.visibleWhen)).find((name) => !earlier.has(name.split('.')[0]!))
    if (unknown) throw new FormDefinitionError(place, `显示条件引用了“${unknown}”，只能引用排在前面的字段`)
  } catch (error) {
    if (error instanceof RuleError) throw new FormDefinitionError(`${place} visibleWhen`, error.message)
    throw error
  }
}
