import type { Language } from '#platform/contract.ts'
import type { FieldProblem } from '#platform/errors/problem.ts'
import { texts } from './texts.ts'

export const formErrorCodes = [
  'required',
  'unknownField',
  'wrongType',
  'tooShort',
  'tooLong',
  'tooSmall',
  'tooBig',
  'decimals',
  'tooMany',
  'notAChoice',
  'notADay',
  'tooEarly',
  'tooLate',
  'idNumber',
  'phone',
  'characters',
  'file',
] as const
export type FormErrorCode = (typeof formErrorCodes)[number]

/** A wrong answer. It is a FieldProblem, so that an action can throw it as it is. */
export type FormError = FieldProblem & { field: string; code: FormErrorCode; params: Record<string, string | number> }

export function formError(field: string, code: FormErrorCode, params: Record<string, string | number> = {}): FormError {
  return { field, code, path: `answers.${field}`, reason: `forms.error.${code}`, params }
}

/** What is wrong and what to do, in the reader's language. */
export function formErrorText(error: FormError, language: Language): string {
  return formText(error.reason, language, error.params)
}

export function formText(key: string, language: Language, params: Record<string, string | number> = {}): string {
  const text = texts[language]?.[key] ?? texts['zh-CN'][key] ?? key
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole))
}
