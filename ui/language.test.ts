import { expect, test } from 'vitest'
import { chooseLanguage, defineTexts, textsIn } from './language.tsx'

test('the first language that we speak wins, and a stranger reads Chinese', () => {
  expect(chooseLanguage(['fr', 'zh-TW', 'en'])).toBe('zh-Hant')
  expect(chooseLanguage(['en-GB', 'zh-CN'])).toBe('en')
  expect(chooseLanguage(['zh-Hans-SG'])).toBe('zh-CN')
  expect(chooseLanguage(['fr'])).toBe('zh-CN')
})

test('a text that a language lacks is read in simplified Chinese', () => {
  const texts = defineTexts({
    'zh-CN': { open: '打开', count: (n: number) => `共 ${n} 件` },
    'zh-Hant': { open: '打開' },
    en: { count: (n: number) => `${n} in all` },
  })
  expect(textsIn(texts, 'zh-Hant').open).toBe('打開')
  expect(textsIn(texts, 'zh-Hant').count(2)).toBe('共 2 件')
  expect(textsIn(texts, 'en').open).toBe('打开')
  expect(textsIn(texts, 'en').count(2)).toBe('2 in all')
})
