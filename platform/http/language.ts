import { type Language, languages } from '../contract.ts'

/** The reader's language: an explicit choice first, then what the browser prefers most, then zh-CN. */
export function languageOf(headers: { acceptLanguage?: string | undefined; chosen?: string | undefined }): Language {
  const chosen = languages.find((language) => language === headers.chosen)
  if (chosen) return chosen
  const wishes = (headers.acceptLanguage ?? '')
    .split(',')
    .map(wishOf)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wishes) {
    if (/^zh-(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hant'
    if (/^zh\b/.test(tag)) return 'zh-CN'
    if (/^en\b/.test(tag)) return 'en'
  }
  return 'zh-CN'
}

function wishOf(part: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = part
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/)
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  return { tag, weight: weight ? Number(weight.slice(2)) || 0 : 1 }
}
