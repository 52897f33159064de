import type { ColumnMap } from '#kernel/elements/door.ts'

export const columns: ColumnMap = {
  'demo.seeding': 'impersonal',
  'demo.machine': 'impersonal',
  'demo.resident': { elements: { number_cipher: 'person.phone' }, technical: ['note'] },
}
