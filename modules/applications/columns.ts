import type { ColumnMap } from '#kernel/elements/door.ts'

export const columns: ColumnMap = {
  'applications.application': {
    elements: { filed_cipher: 'case.answers', materials: 'case.materials', correction: 'case.note' },
    technical: ['item_key', 'item_version', 'applicant_kind', 'channel', 'notice_from', 'notice_until'],
  },
  'applications.period_reminder': { elements: {}, technical: ['item_key', 'occasion', 'set_on'] },
}
