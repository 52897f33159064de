import { sql } from 'kysely'
import type { Language, Tx } from '#platform/contract.ts'

export type Channel = 'inApp' | 'message' | 'letter'

export interface Rendered {
  title: string
  body: string
  language: Language
}

type Params = Record<string, string | number>

/** Puts values into `{name}`; a value that is missing shows as a dash, for a notice with a gap is better than none. */
export function fill(text: string, params: Params, language: Language): string {
  return text.replace(/\{([A-Za-z]+)\}/g, (_whole, name: string) => {
    const value = params[name]
    return value === undefined ? '—' : typeof value === 'string' ? readableDay(value, language) : String(value)
  })
}

function readableDay(value: string, language: Language): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!day || language === 'en') return value
  return `${day[1]}年${Number(day[2])}月${Number(day[3])}日`
}

/** The newest version in the reader's language, or in zh-CN where there is none. */
export async function renderTemplate(
  tx: Tx,
  key: string,
  channel: Channel,
  language: Language,
  params: Params,
): Promise<Rendered> {
  const { rows } = await sql<{ title: string; body: string; language: Language }>`
    select title, body, language from notifications.template
    where key = ${key} and channel = ${channel} and language in (${language}, 'zh-CN')
    order by language = ${language} desc, version desc limit 1
  `.execute(tx)
  const found = rows[0]
  if (!found) throw new Error(`no template ${key} for ${channel}`)
  return {
    title: fill(found.title, params, found.language),
    body: fill(found.body, params, found.language),
    language: found.language,
  }
}
