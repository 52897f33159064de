import type { Field, FormDefinition } from './form-definition.ts'

type Schema = Record<string, unknown>

/** Bounds for what a definition leaves open: every length and every number is bounded. */
const usualText = 200
const biggestNumber = 1_000_000_000
const mostFiles = 5

/** The JSON Schema of the answers; a field may be absent here, because what is asked depends on other answers. */
export function schemaOf(definition: FormDefinition): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(definition.fields.map((field) => [field.key, schemaOfField(field)])),
  }
}

function schemaOfField(field: Field): Schema {
  switch (field.type) {
    case 'text':
    case 'address':
      return { type: 'string', format: 'plainText', minLength: field.minLength ?? 1, maxLength: maxLengthOf(field) }
    case 'idNumber':
      return { type: 'string', maxLength: 18, format: 'idNumber' }
    case 'phone':
      return { type: 'string', maxLength: 20, format: 'phone' }
    case 'date':
      return {
        type: 'string',
        maxLength: 10,
        format: 'day',
        ...(field.earliest && { earliest: field.earliest }),
        ...(field.latest && { latest: field.latest }),
      }
    case 'number':
    case 'amount': {
      const [min, max] = boundsOf(field)
      return { type: 'number', minimum: min, maximum: max, decimals: decimalsOf(field) }
    }
    case 'boolean':
      return { type: 'boolean' }
    case 'choice': {
      const one = { type: 'string', enum: (field.choices ?? []).map((choice) => choice.value) }
      return field.many ? { type: 'array', items: one, uniqueItems: true, maxItems: one.enum.length } : one
    }
    case 'file':
      return {
        type: 'array',
        items: { type: 'string', format: 'fileId' },
        uniqueItems: true,
        maxItems: field.maxFiles ?? mostFiles,
      }
  }
}

export function maxLengthOf(field: Field): number {
  return field.maxLength ?? usualText
}

export function decimalsOf(field: Field): number {
  return field.decimals ?? (field.type === 'amount' ? 2 : 0)
}

export function boundsOf(field: Field): [number, number] {
  return [field.min ?? (field.type === 'amount' ? 0 : -biggestNumber), field.max ?? biggestNumber]
}
