import { createContext, useContext } from 'react'

export const languages = ['zh-CN', 'zh-Hant', 'en'] as const
export type Language = (typeof languages)[number]

export const LanguageContext = createContext<Language>('zh-CN')

type Text = string | ((...values: never[]) => string)

/** zh-CN is complete and sets the shape; the others may lag and fall back key by key. */
export type Texts<T extends Record<string, Text>> = { 'zh-CN': T; 'zh-Hant': Partial<T>; en: Partial<T> }

export function defineTexts<T extends Record<string, Text>>(texts: Texts<T>): Texts<T> {
  return texts
}

export function textsIn<T extends Record<string, Text>>(texts: Texts<T>, language: Language): T {
  return { ...texts['zh-CN'], ...texts[language] }
}

export function useTexts<T extends Record<string, Text>>(texts: Texts<T>): T {
  return textsIn(texts, useContext(LanguageContext))
}

/** The first language of ours in the reader's order of preference; `zh-TW` and `zh-HK` read traditional script. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const lower = tag.toLowerCase()
    if (/^zh-(hant|tw|hk|mo)/.test(lower)) return 'zh-Hant'
    if (lower.startsWith('zh')) return 'zh-CN'
    if (lower.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
