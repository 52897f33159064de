import { defineQuery } from '#kernel/access/door.ts'
import { type LookAtOwn, looksAtOwn } from '#kernel/audit/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'
import { texts } from './texts.ts'

const say = (key: string) => texts['zh-CN'][key]

/** 谁看过: read from the audit itself, so that nothing can be left out of it; staff by their post, never by name. */
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
    own: look.own,
    who: look.own ? say('residents.by.self')! : (look.post ?? look.machine ?? say(`residents.by.${look.kind}`)!),
    what: say(`residents.did.${look.verb}`) ?? say('residents.did.other')!,
    why: why(look),
  }
}

/** The typed words, and before them the case, which can be looked up. */
function why({ purpose, reason }: LookAtOwn): string {
  const [kind = '', detail = ''] = (purpose ?? '').split(/:(.*)/)
  const spokenPurpose = (say(`residents.purpose.${kind}`) ?? say('residents.purpose.other')!).replace(
    '{detail}',
    detail,
  )
  if (!reason) return spokenPurpose
  return kind === 'case' ? `${spokenPurpose}：${reason}` : reason
}
