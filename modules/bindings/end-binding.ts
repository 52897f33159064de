import { defineAction } from '#kernel/access/door.ts'
import { endOwnBinding } from '#kernel/identity/door.ts'
import { allowed, refused } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import * as contract from './contract.ts'

export const endBinding = defineAction({
  name: 'endBinding',
  summary: '居民解除账号与本人的绑定（如换号、手机遗失）',
  callers: ['resident'],
  ...contract.endBinding,
  load: async () => ({}),
  allow: (actor, _, { personId }) => (actor.persons.includes(personId) ? allowed : refused('platform.not-for-you')),
  async run(ctx, _, { personId }) {
    if (!(await endOwnBinding(ctx.tx, { personId }))) throw problem('not-found')
    return {}
  },
  audit: (_, { personId }) => ({ subjects: [personId] }),
})
