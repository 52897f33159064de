import { type Language, languages } from '../contract.ts'

/** The reader's language: an explicit choice first, then Accept-Language, then zh-CN. */
export function languageOf(headers: { acceptLanguage?: string | undefined; chosen?: string | undefined }): Language {
  const chosen = languages.find((language) => language === headers.chosen)
  if (chosen) return chosen
  for (const part of (headers.acceptLanguage ?? '').split(',')) {
    const tag = part.split(';')[0]!.trim().toLowerCase()
    if (tag === 'zh-hant' || tag === 'zh-tw' || tag === 'zh-hk' || tag === 'zh-mo') return 'zh-Hant'
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
