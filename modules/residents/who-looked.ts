import { defineQuery } from '#kernel/access/door.ts'
import { type LookAtOwn, looksAtOwn } from '#kernel/audit/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'
import { texts } from './texts.ts'

const say = (key: string) => texts['zh-CN'][key]

/** 谁看过: read from the audit itself, so that nothing can be left out of it. */
export const whoLooked = defineQuery({
  name: 'whoLooked',
  summary: '谁看过本人的档案、何时、为什么',
  callers: ['resident'],
  personal: true,
  ...contract.whoLooked,
  allow: () => allowed,
  run: async (ctx) => ({ looks: (await looksAtOwn(ctx.tx)).map(spoken) }),
})

function spoken(look: LookAtOwn) {
  return {
    at: look.at,
    who: look.who ?? say(`residents.by.${look.kind}`) ?? look.kind,
    post: look.post ?? '',
    what: say(`residents.did.${look.verb}`) ?? say('residents.did.other')!,
    why: look.reason ?? purposeText(look.purpose),
  }
}

function purposeText(purpose: string | null): string {
  const [kind = '', detail = ''] = (purpose ?? '').split(/:(.*)/)
  return (say(`residents.purpose.${kind}`) ?? say('residents.purpose.other')!).replace('{detail}', detail)
}
