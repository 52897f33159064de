import type { ColumnMap } from '#kernel/elements/door.ts'

export const columns: ColumnMap = {
  'remedies.remedy': {
    elements: { reply_cipher: 'case.answers', stars: 'case.rating' },
    technical: ['rated_number'],
  },
}
