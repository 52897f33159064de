import type { Texts } from '#platform/contract.ts'

export const texts = {
  'zh-CN': {
    'receipts.not-accepted-yet': '还没有受理，受理后才能出具回执。',
    'receipts.state.submitted': '待受理',
    'receipts.state.awaitingCorrection': '等申请人补正',
    'receipts.state.accepted': '办理中',
    'receipts.state.decided': '已审批，待送达',
    'receipts.state.concluded': '已办结',
    'receipts.state.declined': '不予受理',
    'receipts.state.withdrawn': '已撤回',
  },
  en: { 'receipts.not-accepted-yet': 'Not accepted yet: a receipt follows acceptance.' },
} satisfies Texts as Texts
