import type { Context } from 'hono'
import type { Language } from '#platform/contract.ts'
import { languageOf } from '#platform/http/language.ts'
import type { Caller } from './caller.ts'
import { preference } from './cookies.ts'
import type { Visit } from './page.ts'
import type { Account, Street } from './resident-api.ts'
import type { ResidentAppOptions } from './resident-options.ts'
import { translator } from './texts/texts.ts'

// What the frame shows while the database is away: the last street that was seen.
let lastStreet: Street = {
  id: null,
  name: '邻里',
  hotline: '12345',
  centre: { name: '街道社区事务受理服务中心', address: '', hours: '' },
  demo: false,
  today: '',
}

export function languageOfVisit(c: Context): Language {
  return languageOf({ chosen: preference(c, 'language'), acceptLanguage: c.req.header('accept-language') })
}

export function isElder(c: Context): boolean {
  return preference(c, 'view') === 'elder'
}

/** Who visits, in which language and view. It never throws, so that even the problem page has its frame. */
export async function openVisit(c: Context, { api, door, explain, reportError }: ResidentAppOptions): Promise<Visit> {
  const language = languageOfVisit(c)
  let caller: Caller = { session: null, language }
  let account: Account | null = null
  try {
    lastStreet = await api.street()
    caller = { session: await door.sessionOf(c), language }
    if (caller.session) account = await api.account(caller)
    // A session that is over, or a clerk's, is a visitor like any other.
    if (!account) caller = { session: null, language }
  } catch (error) {
    reportError(error)
  }
  return {
    api,
    caller,
    account,
    street: lastStreet,
    language,
    elder: isElder(c),
    t: translator(language),
    explain: (problem) => explain(problem, language),
    url: new URL(c.req.url),
    params: c.req.param() as Record<string, string>,
    door: {
      requestCode: (phone) => door.requestCode(c, phone),
      enter: (phone, code) => door.enter(c, phone, code),
      leave: () => door.leave(c),
    },
  }
}
