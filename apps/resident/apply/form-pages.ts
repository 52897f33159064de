import { type Answers, type CompiledForm, compileForm, type FormDefinition, type Prefill } from '#kernel/forms/door.ts'
import type { ApplyStart, Draft } from '../application-api.ts'

const perPage = 4
const compiled = new WeakMap<FormDefinition, CompiledForm>()

/** Synthetic ID numbers are refused by the action where the street is real; the page only asks. */
export function formOf(definition: FormDefinition): CompiledForm {
  const known = compiled.get(definition)
  if (known) return known
  const made = compileForm(definition, { allowSyntheticIds: true })
  compiled.set(definition, made)
  return made
}

/**
 * The questions, a few on each page. A question that hangs on an earlier answer begins a new page, because a page without
 * script cannot appear and disappear while one types.
 */
export function pagesOf(definition: FormDefinition): string[][] {
  const pages: string[][] = []
  let page: string[] = []
  let lastCondition: string | undefined
  for (const field of definition.fields) {
    const newCondition = field.visibleWhen !== undefined && field.visibleWhen !== lastCondition
    if (page.length > 0 && (newCondition || page.length >= perPage)) {
      pages.push(page)
      page = []
    }
    page.push(field.key)
    lastCondition = field.visibleWhen
  }
  return page.length > 0 ? [...pages, page] : pages
}

/** Numbers of the pages that hold at least one question that applies. */
export function askedPages(definition: FormDefinition, answers: Answers, today: string): number[] {
  const visible = formOf(definition).visibility(answers, today)
  return pagesOf(definition).flatMap((keys, at) => (keys.some((key) => visible.get(key) !== 'hidden') ? [at] : []))
}

/** What the base knows is known of the account's own person; for anybody else every question is open. */
export function knownFor(start: ApplyStart, draft: Draft): Prefill | undefined {
  return draft.as === undefined || draft.as === 'self' ? start.known : undefined
}

/** Fields whose value the base holds behind its mask: nobody has to type them again. */
export function heldFields(start: ApplyStart, draft: Draft): Set<string> {
  const provenance = Object.entries(knownFor(start, draft)?.provenance ?? {})
  return new Set(provenance.filter(([, { masked }]) => masked !== undefined).map(([key]) => key))
}

export function formPage(definition: FormDefinition, at: number): FormDefinition {
  const keys = new Set(pagesOf(definition)[at])
  return { ...definition, fields: definition.fields.filter(({ key }) => keys.has(key)) }
}
