import type { Language, Texts } from '../contract.ts'

export type Catalogue = Record<Language, Record<string, string>>

/** One catalogue out of every folder's own texts; the same key in two folders is a mistake. */
export function catalogueOf(parts: readonly Texts[]): Catalogue {
  const catalogue: Catalogue = { 'zh-CN': {}, 'zh-Hant': {}, en: {} }
  for (const part of parts) {
    for (const [language, texts] of Object.entries(part) as [Language, Record<string, string>][]) {
      for (const [key, text] of Object.entries(texts)) {
        if (catalogue[language][key] !== undefined) throw new Error(`text ${key} (${language}) is defined twice`)
        catalogue[language][key] = text
      }
    }
  }
  return catalogue
}

/** A text in the reader's language, else in zh-CN, else its key; `{name}` is filled from params. */
export function say(
  catalogue: Catalogue,
  language: Language,
  key: string,
  params: Record<string, string | number> = {},
): string {
  const text = catalogue[language][key] ?? catalogue['zh-CN'][key] ?? key
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole))
}
