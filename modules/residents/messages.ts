import { defineQuery } from '#kernel/access/door.ts'
import { readInbox } from '#kernel/notifications/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'

export const messages = defineQuery({
  name: 'messages',
  summary: '本账号的消息',
  callers: ['resident'],
  personal: true,
  ...contract.messages,
  allow: () => allowed,
  async run(ctx, { before }) {
    const notices = await readInbox(ctx.tx, { language: 'zh-CN', ...(before ? { before } : {}) })
    return {
      messages: notices.map(({ id, createdAt, title, body, caseId, readAt }) => ({
        id,
        at: createdAt,
        title,
        text: body,
        caseId,
        read: readAt !== null,
      })),
    }
  },
})
