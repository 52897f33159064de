import type { Answers, FormDefinition } from './form-definition.ts'

const compact = new Set(['idNumber', 'phone', 'date'])

/** Trims, unifies full-width digits where only digits are meant, and leaves out what is empty: an empty answer is none. */
export function tidyAnswers(definition: FormDefinition, raw: Readonly<Record<string, unknown>>): Answers {
  const types = new Map(definition.fields.map((field) => [field.key, field.type]))
  const entries = Object.entries(raw).map(([key, value]) => [key, tidy(value, types.get(key) ?? 'text')] as const)
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value))) as Answers
}

function tidy(value: unknown, type: string): unknown {
  // The same choice or file sent twice is sent once.
  if (Array.isArray(value)) return [...new Set(value)]
  if (typeof value !== 'string') return value
  const text = value.normalize(compact.has(type) ? 'NFKC' : 'NFC').trim()
  if (type === 'idNumber') return text.replace(/[\s-]/g, '').toUpperCase()
  return type === 'text' || type === 'address' ? text.replace(/\r\n?/g, '\n') : text
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
