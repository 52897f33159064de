import type { Language } from '#ui/language.tsx'
import { texts } from '../texts.ts'

/** A text by the key that the server answers, such as the reason why something may not be done. */
export function say(language: Language, key: string): string {
  return texts[language]?.[key] ?? texts['zh-CN'][key] ?? key
}
