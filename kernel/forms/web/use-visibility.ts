import { useEffect, useState } from 'react'
import type { Answers, FormDefinition } from '../form-definition.ts'
import type { Visibility } from '../visibility.ts'

/** Which fields are asked while somebody types. The rules load apart from the first screen, and only where a field needs them. */
export function useVisibility(
  definition: FormDefinition,
  answers: Answers,
  today: string,
): ReadonlyMap<string, Visibility> | undefined {
  const [rules, setRules] = useState<typeof import('../visibility.ts')>()
  const conditional = definition.fields.some((field) => field.visibleWhen !== undefined)
  useEffect(() => {
    if (conditional) void import('../visibility.ts').then((loaded) => setRules(loaded))
  }, [conditional])
  if (!rules) return undefined
  return rules.visibilityOf(definition, rules.visibilityRules(definition), answers, today)
}
