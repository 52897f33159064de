import { defineAction, permitPost } from '#kernel/access/door.ts'
import { issuePostedCode } from '#kernel/identity/door.ts'
import { accountShowing } from './account-showing.ts'
import * as contract from './contract.ts'
import { personInSight } from './person-in-sight.ts'

export const issueLetter = defineAction({
  name: 'issueLetter',
  summary: '寄送绑定信：信中验证码寄到登记住址，收到者方能绑定',
  callers: ['staff'],
  keepsAnswer: false,
  ...contract.issueLetter,
  load: (ctx, { personId }) => personInSight(ctx, personId),
  allow: (actor, person) =>
    permitPost(actor, ['windowClerk', 'committeeWorker', 'hotlineOperator'], person.subdistrictId),
  async run(ctx, { personId }, { code }) {
    const accountId = await accountShowing(ctx, code)
    const issued = { accountId, personId, issuedBy: ctx.actor.accountId! }
    return { letterCode: await issuePostedCode(ctx.services.keys, ctx.tx, issued), days: 30 }
  },
  audit: ({ personId }) => ({ subjects: [personId], purpose: 'bind-account' }),
})
