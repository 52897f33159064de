import type { Field } from '../form-definition.ts'

/** Few choices are shown as big targets, many as a list. */
export function isGroup(field: Field): boolean {
  return (
    field.type === 'boolean' || (field.type === 'choice' && (field.many === true || (field.choices?.length ?? 0) <= 7))
  )
}
