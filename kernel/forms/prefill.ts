import type { Day } from '#kernel/calendar/door.ts'
import type { Text } from '#platform/text.ts'
import type { Answer, Answers, FormDefinition } from './form-definition.ts'

/** What the base knows of one data element. A sensitive value arrives masked only. */
export type KnownFact = { value?: Answer; masked?: string; source: Text; asOf: Day }
export type Provenance = { element: string; source: Text; asOf: Day; masked?: string }
export type Prefill = { answers: Answers; provenance: Record<string, Provenance> }

/**
 * Fills bound fields from the base, by element key. A sensitive field gets its mask and no value: it counts as held.
 * A value that the form itself would refuse is left out rather than passed on.
 */
export function prefill(
  definition: FormDefinition,
  known: ReadonlyMap<string, KnownFact>,
  isAcceptable: (field: string, value: Answer) => boolean,
): Prefill {
  const answers: Answers = {}
  const provenance: Record<string, Provenance> = {}
  for (const field of definition.fields) {
    const element = field.binding?.element
    const fact = element === undefined ? undefined : known.get(element)
    if (!element || !fact) continue
    const origin = { element, source: fact.source, asOf: fact.asOf }
    if (field.sensitive) {
      if (fact.masked) provenance[field.key] = { ...origin, masked: fact.masked }
    } else if (fact.value !== undefined && isAcceptable(field.key, fact.value)) {
      answers[field.key] = fact.value
      provenance[field.key] = origin
    }
  }
  return { answers, provenance }
}

/** Fields whose value the base holds without showing it. Asked of the base again on submission, never of the browser. */
export function heldFields(provenance: Readonly<Record<string, Provenance>>): ReadonlySet<string> {
  return new Set(Object.keys(provenance).filter((key) => provenance[key]?.masked !== undefined))
}

/** Bound fields whose answer differs from the base: a discrepancy for the office that owns the element. */
export function differencesFromBase(definition: FormDefinition, filled: Answers, answers: Answers) {
  return definition.fields.flatMap((field) => {
    const [was, is] = [filled[field.key], answers[field.key]]
    if (!field.binding || was === undefined || is === undefined || JSON.stringify(was) === JSON.stringify(is)) return []
    return [{ field: field.key, element: field.binding.element, was, is }]
  })
}
