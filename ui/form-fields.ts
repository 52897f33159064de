import type { Language } from './language.tsx'

export type LocalText = string | ({ 'zh-CN': string } & Partial<Record<Language, string>>)

/** One question of a form as the server describes it; what the browser does not know it draws as a line of text. */
export type FormField = {
  key: string
  label: LocalText
  help?: LocalText
  type: 'text' | 'number' | 'date' | 'choice' | 'boolean' | 'idNumber' | 'phone' | 'address' | 'file' | 'amount'
  required: boolean
  width?: 'short' | 'medium' | 'full'
  visibleWhen?: string
  sensitive?: boolean
  maxLength?: number
  lines?: number
  min?: number
  max?: number
  decimals?: number
  choices?: { value: string; label: LocalText }[]
  many?: boolean
}

export type Answer = string | number | boolean | null | string[]
export type Answers = Record<string, Answer>

export function readFields(definition: unknown): FormField[] {
  const fields = (definition as { fields?: unknown } | null)?.fields
  return Array.isArray(fields) ? (fields as FormField[]) : []
}

export function say(text: LocalText | undefined, language: Language): string {
  if (text === undefined) return ''
  return typeof text === 'string' ? text : (text[language] ?? text['zh-CN'])
}

export function isBlank(answer: unknown): boolean {
  return answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)
}

/**
 * Whether a field is asked: the common conditions (`a = "x"`, `a != true`, joined by `and` or by `or`) are decided here, so that the
 * page reacts at once. Any other is asked, and the server, which knows the whole language, has the last word.
 */
export function isAsked(field: FormField, answers: Answers): boolean {
  if (!field.visibleWhen) return true
  const joined = / or /.test(field.visibleWhen) ? 'or' : 'and'
  const parts = field.visibleWhen.split(` ${joined} `).map((part) => decide(part.trim(), answers))
  if (parts.includes(null)) return true
  return joined === 'or' ? parts.includes(true) : !parts.includes(false)
}

function decide(condition: string, answers: Answers): boolean | null {
  const match = /^([\p{L}_][\p{L}\d_]*)\s*(!?=)\s*("[^"]*"|true|false|-?\d+(?:\.\d+)?)$/u.exec(condition)
  if (!match) return null
  const wanted: Answer = JSON.parse(match[3]!)
  const equal = (answers[match[1]!] ?? null) === wanted
  return match[2] === '=' ? equal : !equal
}

/** The first required question that is asked and has no answer: where the hand goes next. */
export function firstMissing(fields: FormField[], answers: Answers): FormField | null {
  return fields.find((field) => field.required && isAsked(field, answers) && isBlank(answers[field.key])) ?? null
}

/** An answer in words, for reading. */
export function answerWords(field: FormField, answer: Answer | undefined, language: Language): string {
  if (isBlank(answer)) return '—'
  if (field.type === 'boolean') return answer ? '是' : '否'
  const nameOf = (value: unknown) =>
    say(field.choices?.find((one) => one.value === value)?.label, language) || String(value)
  return Array.isArray(answer) ? answer.map(nameOf).join('、') : nameOf(answer)
}
