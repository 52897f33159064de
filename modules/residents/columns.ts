import type { ColumnMap } from '#kernel/elements/door.ts'

export const columns: ColumnMap = {
  'residents.desk': 'impersonal',
  'residents.draft': { elements: { draft_cipher: 'case.draft' }, technical: ['item_key'] },
}
