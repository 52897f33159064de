import { defineAction } from '#kernel/access/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'
import { keepDraft } from './drafts.ts'

export const saveDraft = defineAction({
  name: 'saveDraft',
  summary: '保存没填完的申请',
  callers: ['resident'],
  ...contract.saveDraft,
  load: async () => ({}),
  allow: () => allowed,
  async run(ctx, _subject, { itemKey, draft }) {
    await keepDraft(ctx, itemKey, draft)
    return {}
  },
  audit: (_subject, { itemKey }) => ({ purpose: `item:${itemKey}` }),
})
