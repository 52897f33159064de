import type { Day } from '#kernel/calendar/door.ts'
import type { Text } from '#platform/text.ts'

export const fieldTypes = [
  'text',
  'number',
  'date',
  'choice',
  'boolean',
  'idNumber',
  'phone',
  'address',
  'file',
  'amount',
] as const
export type FieldType = (typeof fieldTypes)[number]

export const fieldWidths = ['short', 'medium', 'full'] as const
export type FieldWidth = (typeof fieldWidths)[number]

export type Choice = { value: string; label: Text }

/** One question. It is bound to a data element of the base, so that it can be prefilled, or free. */
export type Field = {
  key: string
  label: Text
  help?: Text
  type: FieldType
  required: boolean
  binding: { element: string } | null
  width: FieldWidth
  /** FEEL over the answers to earlier fields; absent: always asked. */
  visibleWhen?: string
  /** Masked until revealed; never prefilled in clear. */
  sensitive: boolean
  /** text and address */
  minLength?: number
  maxLength?: number
  lines?: number
  /** number and amount */
  min?: number
  max?: number
  decimals?: number
  /** date */
  earliest?: Day | 'today'
  latest?: Day | 'today'
  /** choice */
  choices?: Choice[]
  many?: boolean
  /** file */
  maxFiles?: number
}

/** One version of a form: for an item, a ledger, an inspection or a survey. */
export type FormDefinition = {
  key: string
  version: number
  effective: { from: Day; to: Day | null }
  title: Text
  fields: Field[]
}

/** An amount in yuan is a number with two decimals; files are ids of stored files; a date is YYYY-MM-DD. */
export type Answer = string | number | boolean | string[]
export type Answers = Record<string, Answer>
