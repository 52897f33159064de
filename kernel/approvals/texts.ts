import type { Texts } from '#platform/contract.ts'

export const texts: Texts = {
  'zh-CN': {
    'approvals.closed': '审批已结束，不能再表态。',
    'approvals.own-request': '不能审批自己提出的事项，请由另一人审批。',
    'approvals.spoken-already': '您已经表过态，一人只能表态一次。',
    'approvals.not-asked': '这项审批没有征求您所在岗位的意见。',
    'approvals.not-your-turn': '还没有轮到您，请等前一位审批人表态。',
    'approvals.reason-needed': '不同意须写明理由。',
    'approvals.mode.serial': '依次审批',
    'approvals.mode.joint': '会签',
    'approvals.mode.twoPerson': '双人复核',
    'approvals.state.open': '审批中',
    'approvals.state.approved': '同意',
    'approvals.state.refused': '不同意',
    'approvals.state.withdrawn': '已撤回',
  },
  en: {
    'approvals.closed': 'The approval is closed.',
    'approvals.own-request': 'Nobody approves his own request. Ask somebody else.',
    'approvals.spoken-already': 'You have spoken already; each person speaks once.',
    'approvals.not-asked': 'Your post is not asked here.',
    'approvals.not-your-turn': 'It is not your turn yet.',
    'approvals.reason-needed': 'A refusal needs a reason.',
  },
}
