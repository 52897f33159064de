import { type Answers, type CompiledForm, compileForm, type FormDefinition } from '#kernel/forms/door.ts'

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

export function formPage(definition: FormDefinition, at: number): FormDefinition {
  const keys = new Set(pagesOf(definition)[at])
  return { ...definition, fields: definition.fields.filter(({ key }) => keys.has(key)) }
}
