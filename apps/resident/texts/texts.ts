import { Converter } from 'opencc-js/cn2t'
import type { Language } from '#platform/contract.ts'
import { en } from './en.ts'
import { zhCN } from './zh-cn.ts'

export type TextKey = keyof typeof zhCN
export type Translate = (key: TextKey, values?: Record<string, string | number>) => string

// Only interface text is converted; names and the content that staff write are never touched.
const toHant = Converter({ from: 'cn', to: 'hk' })
const zhHant = Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [key, toHant(text)])) as typeof zhCN

export const texts: Record<Language, Partial<Record<TextKey, string>>> = { 'zh-CN': zhCN, 'zh-Hant': zhHant, en }

/** A text that a language lacks appears in zh-CN, never as a key. */
export function translator(language: Language): Translate {
  const own = texts[language]
  return (key, values = {}) =>
    (own[key] ?? zhCN[key]).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
