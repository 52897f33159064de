import { defineQuery } from '#kernel/access/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'
import { ownDraft } from './drafts.ts'

export const draft = defineQuery({
  name: 'draft',
  summary: '没填完的申请',
  callers: ['resident'],
  personal: true,
  ...contract.draft,
  allow: () => allowed,
  run: async (ctx, { itemKey }) => ({ draft: await ownDraft(ctx, itemKey) }),
})
