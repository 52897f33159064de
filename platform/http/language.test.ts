import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from '../contract.ts'
import { languageOf } from './language.ts'

test('the own choice wins over the browser, and the browser over the street', () => {
  expect(languageOf({ chosen: 'en', acceptLanguage: 'zh-CN' })).toBe('en')
  expect(languageOf({ acceptLanguage: 'fr, zh-TW;q=0.8, en;q=0.9' })).toBe('en')
  expect(languageOf({ acceptLanguage: 'zh-HK' })).toBe('zh-Hant')
  expect(languageOf({ acceptLanguage: 'en;q=0, zh' })).toBe('zh-CN')
  expect(languageOf({ chosen: 'xx' })).toBe('zh-CN')
})

test('any header gives one of our languages', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (chosen, acceptLanguage) =>
      languages.includes(languageOf({ chosen, acceptLanguage })),
    ),
  )
})
