import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { type Day, isDay } from '#kernel/calendar/door.ts'
import { checkIdNumber, checkPhone } from '#kernel/registry/door.ts'
import { decimalsOf, schemaOf } from './field-schema.ts'
import type { Answers, Field, FormDefinition } from './form-definition.ts'
import { type FormError, type FormErrorCode, formError } from './form-error.ts'

export type CheckOptions = { allowSyntheticIds?: boolean }

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Ajv over the form's schema. `today` is handed to the check, because "not after today" is asked on some day. */
export function answerChecker(definition: FormDefinition, options: CheckOptions) {
  let today: Day = ''
  const ajv = new Ajv({ allErrors: true, strict: true, strictNumbers: true, ownProperties: true })
  ajv.addFormat('plainText', (text) => !control.test(text) && text.isWellFormed())
  ajv.addFormat(
    'idNumber',
    (text) => checkIdNumber(text, { allowSynthetic: options.allowSyntheticIds ?? false, today }).ok,
  )
  ajv.addFormat('phone', (text) => checkPhone(text).ok)
  ajv.addFormat('day', isDay)
  ajv.addFormat('fileId', uuid)
  ajv.addKeyword({
    keyword: 'decimals',
    type: 'number',
    schemaType: 'number',
    validate: (decimals: number, value: number) => Math.abs(Number(value.toFixed(decimals)) - value) < 1e-9,
  })
  const bound = (day: Day | 'today') => (day === 'today' ? today : day)
  const ofDay = { type: 'string', schemaType: 'string' } as const
  ajv.addKeyword({
    ...ofDay,
    keyword: 'earliest',
    validate: (day: Day, value: string) => !isDay(value) || value >= bound(day),
  })
  ajv.addKeyword({
    ...ofDay,
    keyword: 'latest',
    validate: (day: Day, value: string) => !isDay(value) || value <= bound(day),
  })
  const validate: ValidateFunction = ajv.compile(schemaOf(definition))
  return (answers: Answers, on: Day): FormError[] => {
    today = on
    return validate(answers) ? [] : (validate.errors ?? []).map((error) => translated(error, definition, on))
  }
}

const codeOf: Record<string, FormErrorCode> = {
  additionalProperties: 'unknownField',
  type: 'wrongType',
  minLength: 'tooShort',
  maxLength: 'tooLong',
  minimum: 'tooSmall',
  maximum: 'tooBig',
  decimals: 'decimals',
  maxItems: 'tooMany',
  enum: 'notAChoice',
  earliest: 'tooEarly',
  latest: 'tooLate',
}
const codeOfFormat: Record<string, FormErrorCode> = {
  plainText: 'characters',
  idNumber: 'idNumber',
  phone: 'phone',
  day: 'notADay',
  fileId: 'file',
}

function translated({ keyword, params, instancePath }: ErrorObject, definition: FormDefinition, today: Day): FormError {
  if (keyword === 'additionalProperties') return formError(String(params.additionalProperty), 'unknownField')
  const key = instancePath.split('/')[1] ?? ''
  const field = definition.fields.find((one) => one.key === key)
  if (!field) return formError(key, 'wrongType')
  if (keyword === 'format') return formError(key, codeOfFormat[String(params.format)] ?? 'wrongType')
  return formError(key, codeOf[keyword] ?? 'wrongType', boundsSaid(keyword, field, params.limit, today))
}

/** The numbers and days that the text names. */
function boundsSaid(keyword: string, field: Field, limit: unknown, today: Day): Record<string, string | number> {
  const day = (bound: Day | 'today' | undefined) => (bound === 'today' ? today : (bound ?? ''))
  if (keyword === 'earliest') return { min: day(field.earliest) }
  if (keyword === 'latest') return { max: day(field.latest) }
  if (keyword === 'decimals') return { max: decimalsOf(field) }
  if (typeof limit !== 'number') return {}
  return keyword.startsWith('min') ? { min: limit } : { max: limit }
}
