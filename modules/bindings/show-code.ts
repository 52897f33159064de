import { defineAction } from '#kernel/access/door.ts'
import { BINDING_CODE_MINUTES, showBindingCode } from '#kernel/identity/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'

export const showCode = defineAction({
  name: 'showCode',
  summary: '居民显示绑定码，供窗口核验证件后绑定本人',
  callers: ['resident'],
  keepsAnswer: false,
  ...contract.showCode,
  load: async () => ({}),
  allow: () => allowed,
  async run(ctx) {
    const code = await showBindingCode(ctx.services.keys, ctx.tx, { accountId: ctx.actor.accountId! })
    return { code, minutes: BINDING_CODE_MINUTES }
  },
  audit: () => ({}),
})
