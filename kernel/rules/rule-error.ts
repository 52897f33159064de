import type { Language } from '#platform/contract.ts'
import { texts } from './texts.ts'

export type RuleErrorCode =
  | 'syntax'
  | 'tooLong'
  | 'tooDeep'
  | 'notAllowed'
  | 'function'
  | 'notACondition'
  | 'logicInside'
  | 'factName'
  | 'literal'
  | 'constant'
  | 'amount'

/** Says where a condition leaves the subset and what to write instead. Positions are character offsets into the condition. */
export class RuleError extends Error {
  readonly code: RuleErrorCode
  readonly from: number
  readonly to: number
  readonly excerpt: string

  constructor(code: RuleErrorCode, source: string, from: number, to: number) {
    // Where something is missing the parser names a place without width: show the word that stands there.
    const end = to > from ? to : from + (/^\s*\S*/.exec(source.slice(from))?.[0].length ?? 0)
    const excerpt = source.slice(from, end).trim().slice(0, 60)
    super(ruleErrorText({ code, from, to: end, excerpt }, 'zh-CN'))
    this.name = 'RuleError'
    this.code = code
    this.from = from
    this.to = end
    this.excerpt = excerpt
  }
}

/** Position, what is wrong, and the remedy, in the reader's language. */
export function ruleErrorText(error: Pick<RuleError, 'code' | 'from' | 'to' | 'excerpt'>, language: Language): string {
  const say = (key: string) => texts[language]?.[key] ?? texts['zh-CN'][key] ?? key
  const place = say('rules.place')
    .replace('{from}', String(error.from + 1))
    .replace('{to}', String(Math.max(error.to, error.from + 1)))
    .replace('{excerpt}', error.excerpt)
  return `${place}${say(`rules.error.${error.code}`)}`
}
