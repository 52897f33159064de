import type { Context } from 'hono'
import { languageOf } from '#platform/http/language.ts'
import type { Caller } from './caller.ts'
import { preference } from './cookies.ts'
import type { Visit } from './page.ts'
import type { Account, Street } from './resident-api.ts'
import type { ResidentAppOptions } from './resident-options.ts'
import { translator } from './texts/texts.ts'

// What the frame shows while the database is away: the last street that was seen.
let lastStreet: Street = {
  name: '邻里',
  hotline: '12345',
  centre: { name: '街道社区事务受理服务中心', address: '', hours: '' },
  demo: false,
  today: '',
}

/** Who visits, in which language and view. It never throws, so that even the problem page has its frame. */
export async function openVisit(c: Context, { api, door, reportError }: ResidentAppOptions): Promise<Visit> {
  const language = languageOf({
    chosen: preference(c, 'language'),
    acceptLanguage: c.req.header('accept-language'),
  })
  let caller: Caller = { session: null, language }
  let account: Account | null = null
  try {
    lastStreet = await api.street()
    caller = { session: await door.sessionOf(c), language }
    if (caller.session) account = await api.account(caller)
  } catch (error) {
    reportError(error)
  }
  return {
    api,
    caller,
    account,
    street: lastStreet,
    language,
    elder: preference(c, 'view') === 'elder',
    t: translator(language),
    url: new URL(c.req.url),
    params: c.req.param() as Record<string, string>,
    door: {
      requestCode: (phone) => door.requestCode(c, phone),
      enter: (phone, code) => door.enter(c, phone, code),
      leave: () => door.leave(c),
    },
  }
}
