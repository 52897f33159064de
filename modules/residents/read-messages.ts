import { defineAction } from '#kernel/access/door.ts'
import { markRead } from '#kernel/notifications/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'

export const readMessages = defineAction({
  name: 'readMessages',
  summary: '将消息标为已读',
  callers: ['resident'],
  ...contract.readMessages,
  load: async () => ({}),
  allow: () => allowed,
  run: async (ctx, _subject, { ids }) => ({ read: await markRead(ctx.tx, ids, ctx.now) }),
  audit: (_subject, _input, { read }) => ({ detail: { read } }),
})
