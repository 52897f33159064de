import type { ColumnMap } from '#kernel/elements/door.ts'

export const columns: ColumnMap = {
  'receipts.receipt': { elements: {}, technical: ['kind', 'token_hash'] },
}
