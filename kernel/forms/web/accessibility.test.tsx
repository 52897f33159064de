import type { Browser } from 'playwright-core'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#testing/browser.ts'
import { violationsOn } from '#testing/look-at-page.ts'
import { sampleForm } from '#testing/sample-form.ts'
import { compileForm } from '../compile-form.ts'
import { RenderForm } from './render-form.tsx'

const today = '2026-03-01'
const form = compileForm(sampleForm)
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

function pageOf(answers: Record<string, string | number | boolean>, checked: boolean): string {
  const body = renderToStaticMarkup(
    <RenderForm
      definition={form.definition}
      language="zh-CN"
      answers={answers}
      errors={checked ? form.validate(answers, today).errors : []}
      visibility={form.visibility(answers, today)}
    />,
  )
  return `<!doctype html><html lang="zh-CN"><head><title>样表</title></head><body><main><h1>样表</h1><form method="post">${body}<button>提交</button></form></main></body></html>`
}

test.each([
  ['empty', {}, false],
  ['with errors', { name: '王', hasAgent: true, persons: 99 }, true],
])('the form %s passes axe', { timeout: 60_000 }, async (_, answers, checked) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.setContent(pageOf(answers, checked))
  expect(await violationsOn(page)).toEqual([])
  await page.close()
})

test('a line of the summary leads to its field, and what is typed is what the server reads', {
  timeout: 60_000,
}, async () => {
  const page = await browser.newPage()
  await page.setContent(pageOf({ hasAgent: true }, true))
  await page.getByRole('alert').getByRole('link', { name: '受托人姓名' }).click()
  expect(await page.evaluate(() => document.activeElement?.id || location.hash.slice(1))).toBe('agentName')
  await page.getByLabel('姓名', { exact: true }).fill('王秀英')
  await page.getByLabel('上海银行').check()
  const sent = await page.evaluate(() =>
    [...new FormData(document.querySelector('form')!).entries()].map(([k, v]) => [k, String(v)]),
  )
  expect(sent).toEqual(
    expect.arrayContaining([
      ['name', '王秀英'],
      ['bank', 'bosc'],
      ['hasAgent', 'true'],
    ]),
  )
  await page.close()
})
