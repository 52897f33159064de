import { defineAction } from '#kernel/access/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'
import { forgetDraft } from './drafts.ts'

export const discardDraft = defineAction({
  name: 'discardDraft',
  summary: '清除没填完的申请',
  callers: ['resident'],
  ...contract.discardDraft,
  load: async () => ({}),
  allow: () => allowed,
  async run(ctx, _subject, { itemKey }) {
    await forgetDraft(ctx, itemKey)
    return {}
  },
  audit: (_subject, { itemKey }) => ({ purpose: `item:${itemKey}` }),
})
