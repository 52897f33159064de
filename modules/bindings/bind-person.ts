import { defineAction, permitPost } from '#kernel/access/door.ts'
import { bindByCheckedDocument } from '#kernel/identity/door.ts'
import { problem } from '#platform/errors/problem.ts'
import { accountShowing } from './account-showing.ts'
import * as contract from './contract.ts'
import { personInSight } from './person-in-sight.ts'

export const bindPerson = defineAction({
  name: 'bindPerson',
  summary: '核验证件后，将居民账号与本人绑定',
  callers: ['staff'],
  ...contract.bindPerson,
  load: (ctx, { personId }) => personInSight(ctx, personId),
  allow: (actor, person) => permitPost(actor, ['windowClerk', 'committeeWorker'], person.subdistrictId),
  async run(ctx, { personId }, { code }) {
    const accountId = await accountShowing(ctx, code)
    const isNew = await bindByCheckedDocument(ctx.tx, { accountId, personId, checkedBy: ctx.actor.accountId! })
    if (!isNew) throw problem('already-done', { reason: 'bindings.already-bound' })
    return { accountId }
  },
  audit: ({ personId }, { document }, { accountId }) => ({
    subjects: [personId],
    purpose: 'bind-account',
    detail: { document, boundAccount: accountId },
  }),
})
