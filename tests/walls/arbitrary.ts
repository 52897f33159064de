import fc from 'fast-check'

export interface JsonSchema {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  propertyNames?: JsonSchema
  items?: JsonSchema
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
}

/** Values that the world really has, by the name of a property; the schema alone would never hit one. */
export type Known = Record<string, unknown[]>

// Allowed by every schema of text and hated by databases, templates and terminals.
const nasty = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  "'; drop table x; --",
  '%_\\',
  '{{7*7}}',
  '\u202e',
  '😀',
  '𠮷',
  '../../etc',
  '<script>',
]

const text = (schema: JsonSchema) => {
  const min = schema.minLength ?? 0
  const max = Math.min(schema.maxLength ?? 60, min + 200)
  const plain = fc.string({ minLength: min, maxLength: max, unit: 'grapheme' })
  return fc.oneof(
    { weight: 6, arbitrary: plain },
    { weight: 1, arbitrary: fc.constantFrom(...nasty).map((one) => one.padEnd(min, '中').slice(0, Math.max(max, 1))) },
    { weight: 1, arbitrary: fc.constant('字'.repeat(max)) },
  )
}

function ofString(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid') return fc.uuid({ version: 7 })
  if (schema.format === 'date')
    return fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern))
  return text(schema)
}

function ofObject(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, inner]) => [name, arbitraryOf(inner, known, name)] as const,
  )
  const whole = fc.record(Object.fromEntries(fields), { requiredKeys: (schema.required ?? []) as never[] })
  const more = schema.additionalProperties
  if (typeof more !== 'object' || Object.keys(schema.properties ?? {}).length > 0) return whole
  const names = schema.propertyNames ? arbitraryOf(schema.propertyNames, known) : fc.string({ maxLength: 30 })
  return fc.dictionary(names as fc.Arbitrary<string>, arbitraryOf(more, known), { maxKeys: 4 })
}

/** Values that a JSON schema lets through; by the name of the property also those that the world knows. */
export function arbitraryOf(schema: JsonSchema, known: Known, name = ''): fc.Arbitrary<unknown> {
  const values = known[name]
  if (values)
    return fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...values) },
      { weight: 1, arbitrary: byType(schema, known) },
    )
  return byType(schema, known)
}

function byType(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one) => arbitraryOf(one, known)))
  if (schema.allOf) return arbitraryOf(Object.assign({}, ...schema.allOf) as JsonSchema, known)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'string':
      return ofString(schema)
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? (schema.exclusiveMinimum ?? -1) + 1, -(2 ** 31)),
        max: Math.min(schema.maximum ?? 2 ** 31 - 1, 2 ** 31 - 1),
      })
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e15, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, (schema.minItems ?? 0) + 4),
      })
    case 'object':
      return ofObject(schema, known)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

/** A right input made wrong in one place: a field gone, of another type, far too big, or one too many. */
export function mutated(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const strange = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      -1,
      1e308,
      2 ** 53,
      '',
      [],
      {},
      '\u0000',
      'x'.repeat(70_000),
      [[[[[[]]]]]],
      '2026-02-30',
    ),
    fc.jsonValue({ maxDepth: 3 }),
  )
  return fc.tuple(valid, fc.nat(), fc.nat(4), strange).map(([value, at, how, other]) => {
    if (typeof value !== 'object' || value === null || how === 4) return other
    const copy = structuredClone(value) as Record<string, unknown>
    const keys = Object.keys(copy)
    const key = keys[at % Math.max(keys.length, 1)]
    if (how === 0 && key) delete copy[key]
    else if (how === 1) copy.__proto__x = other
    else if (how === 2 && key && typeof copy[key] === 'object' && copy[key] !== null)
      Object.assign(copy[key], { extra: other })
    else if (key) copy[key] = other
    return copy
  })
}
