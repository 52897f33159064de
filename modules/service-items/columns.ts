import type { ColumnMap } from '#kernel/elements/door.ts'

export const columns: ColumnMap = {
  'service_items.item': 'impersonal',
  'service_items.item_version': 'impersonal',
}
