import type { Language } from './contract.ts'

/** A text that staff write, carrying its language; zh-CN is always there. */
export type Text = { 'zh-CN': string } & Partial<Record<Language, string>>

/** The text in the reader's language, else as it was written first. */
export function textIn(text: Text, language: Language): string {
  return text[language] ?? text['zh-CN']
}
