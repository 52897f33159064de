import { defineQuery } from '#kernel/access/door.ts'
import { ownBindings } from '#kernel/identity/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'

export const mine = defineQuery({
  name: 'mine',
  summary: '本账号已绑定的人',
  callers: ['resident'],
  personal: true,
  ...contract.mine,
  allow: () => allowed,
  run: async (ctx) => ({ bindings: await ownBindings(ctx.tx) }),
})
