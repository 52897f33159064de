import { expect, test } from 'vitest'
import { checkDefinition } from '#kernel/forms/door.ts'
import { sampleForm } from '#testing/sample-form.ts'
import { askedPages, formPage, pagesOf } from './form-pages.ts'

const form = checkDefinition(sampleForm)

test('every question stands on one page, in order, and never with an answer that it hangs on', () => {
  expect(pagesOf(form).flat()).toEqual(form.fields.map(({ key }) => key))
  const pageOf = (key: string) => pagesOf(form).findIndex((page) => page.includes(key))
  expect(pageOf('agentName')).toBeGreaterThan(pageOf('hasAgent'))
  expect(pageOf('income')).toBeGreaterThan(pageOf('persons'))
})

test('a page whose questions do not apply is passed over', () => {
  const agentPage = pagesOf(form).findIndex((page) => page.includes('agentName'))
  const only = formPage(form, agentPage).fields.map(({ key }) => key)
  const asked = askedPages(form, { hasAgent: false, persons: 1 }, '2026-03-02')
  expect(asked.includes(agentPage)).toBe(only.some((key) => key !== 'agentName'))
  expect(askedPages(form, { hasAgent: true }, '2026-03-02')).toContain(agentPage)
})
