import { Form } from 'antd'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { sampleForm } from '#testing/sample-form.ts'
import { compileForm } from '../compile-form.ts'
import { formErrorText } from '../form-error.ts'
import { AntdFormFields, errorLines } from './antd-form-fields.tsx'
import { RenderForm } from './render-form.tsx'

const today = '2026-03-01'
const form = compileForm(sampleForm)
const answers = { name: '<b>王</b>', bank: 'bosc', persons: 99 }
const { errors } = form.validate(answers, today)
const known = new Map([
  ['person.name', { value: '王', source: { 'zh-CN': '户籍数据' }, asOf: '2026-01-02' }],
  ['person.idNumber', { masked: '990***11', source: { 'zh-CN': '户籍数据' }, asOf: '2026-01-02' }],
])
const { provenance } = form.prefill(known, today)
const props = { definition: form.definition, language: 'zh-CN' as const, errors, provenance }
const html = renderToStaticMarkup(
  <RenderForm {...props} answers={answers} visibility={form.visibility(answers, today)} />,
)
const antd = renderToStaticMarkup(
  <Form>
    <AntdFormFields {...props} visibility={form.visibility(answers, today)} fileControl={() => <input type="file" />} />
  </Form>,
)
const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)

test('every control has a label or stands in a group with a legend', () => {
  const controls = [...html.matchAll(/<(input|select|textarea)\b([^>]*)>/g)].filter(
    ([, , rest]) => !rest!.includes('hidden'),
  )
  expect(controls.length).toBeGreaterThan(10)
  for (const [whole, , rest] of controls) {
    const id = /id="([^"]+)"/.exec(rest!)?.[1]
    const labelled =
      html.includes(`<label for="${id}"`) || /<label class="pick"><input/.test(html.slice(html.indexOf(whole) - 20))
    expect(labelled, whole).toBe(true)
  }
})

test('ids are unique and every description and every line of the summary leads to one', () => {
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, described] of html.matchAll(/aria-describedby="([^"]+)"/g)) {
    for (const id of described!.split(' ')) expect(ids).toContain(id)
  }
  const links = [...html.matchAll(/<a href="#([^"]+)"/g)].map((match) => match[1]!)
  expect(links).toEqual(errors.map((error) => error.field))
  for (const link of links) expect(ids).toContain(link)
})

test('answers are escaped, kept and chosen', () => {
  expect(html).toContain('value="&lt;b&gt;王&lt;/b&gt;"')
  expect(html).toMatch(/<input type="radio" id="bank-bosc" name="bank"[^>]*checked=""/)
  expect(html).toContain('value="99"')
})

test('both renderers draw the same questions and the same error texts', () => {
  for (const field of form.definition.fields) {
    const label = field.label['zh-CN']
    expect(html.includes(label), label).toBe(antd.includes(label))
  }
  expect(errors.length).toBeGreaterThan(4)
  for (const error of errors) {
    const text = formErrorText(error, 'zh-CN')
    expect(html).toContain(text)
    // antd draws the text itself after mounting; on the server it names the place where the text will stand.
    expect(antd).toContain(`answers_${error.field}_help`)
    expect(errorLines(form.definition, errors, 'zh-CN').join()).toContain(text)
  }
  expect(errorLines(form.definition, errors, 'zh-CN')[0]).toBe(`有 ${errors.length} 项需要改正`)
})

test('both say where a prefilled value comes from, and neither shows a sensitive one', () => {
  for (const page of [html, antd]) {
    expect(page).toContain('来自户籍数据，2026-01-02')
    expect(page).toContain('990***11')
  }
})

test('hidden questions are not drawn and possible ones say so', () => {
  const hidden = renderToStaticMarkup(
    <RenderForm {...props} answers={{}} visibility={form.visibility({ hasAgent: false }, today)} />,
  )
  expect(hidden).not.toContain('agentName')
  expect(html).toContain('如适用，请填写')
})

test('another language reads the same definition', () => {
  const en = renderToStaticMarkup(<RenderForm {...props} language="en" answers={answers} />)
  expect(en).toContain('Bank of Shanghai')
  expect(en).toContain('>Name<')
  expect(en).toContain('It cannot be more than 20.')
})
