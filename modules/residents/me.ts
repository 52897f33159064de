import { defineQuery } from '#kernel/access/door.ts'
import { ownAccountName } from '#kernel/identity/door.ts'
import { countUnread } from '#kernel/notifications/door.ts'
import { personNames } from '#kernel/registry/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'

export const me = defineQuery({
  name: 'me',
  summary: '本账号、已绑定的人和未读消息数',
  callers: ['resident'],
  personal: true,
  ...contract.me,
  allow: () => allowed,
  async run(ctx) {
    return {
      // A resident's account is called by its masked phone.
      phoneMasked: await ownAccountName(ctx.tx),
      persons: await personNames(ctx.tx, ctx.actor.persons),
      unread: await countUnread(ctx.tx),
    }
  },
})
