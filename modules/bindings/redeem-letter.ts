import { defineAction } from '#kernel/access/door.ts'
import { redeemPostedCode } from '#kernel/identity/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'

export const redeemLetter = defineAction({
  name: 'redeemLetter',
  summary: '居民填写信中的验证码，绑定本人',
  callers: ['resident'],
  ...contract.redeemLetter,
  load: async () => ({}),
  allow: () => allowed,
  async run(ctx, _, { code }) {
    return { personId: await redeemPostedCode(ctx.services.keys, ctx.tx, { accountId: ctx.actor.accountId!, code }) }
  },
  audit: (_, __, { personId }) => ({ subjects: personId ? [personId] : [], detail: { bound: personId !== null } }),
})
