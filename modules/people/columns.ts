import type { ColumnMap } from '#kernel/elements/door.ts'

export const columns: ColumnMap = {
  'people.reveal_limit': 'impersonal',
  'people.minor_file_term': 'impersonal',
  'people.reveal_use': 'impersonal',
  'people.minor_file': { elements: { reason: 'audit.reason' }, technical: [] },
}
