import type { Texts } from '#platform/contract.ts'

export const texts = {
  'zh-CN': {
    'remedies.state.new': '新建',
    'remedies.state.open': '待整改',
    'remedies.state.replied': '已回复，待居民答复',
    'remedies.state.contested': '居民不认可，待再次整改',
    'remedies.state.closed': '已了结',
    'remedies.did.openFromRating': '由差评开出整改',
    'remedies.did.reply': '回复',
    'remedies.did.accept': '居民认可',
    'remedies.did.contest': '居民不认可',
    'remedies.did.close': '了结',
    'remedies.did.tellColour': '时限提醒',
    'remedies.by.resident': '评价人',
    'remedies.by.staff': '工作人员',
    'remedies.by.system': '系统',
    'remedies.rater-only': '由评价人自己答复。',
    'remedies.still-time-to-answer': '居民还在答复期内，{day} 起才可了结。',
    'remedies.no-form': '回复表单尚未发布，请联系事项管理岗。',
  },
  en: {
    'remedies.rater-only': 'Only whoever rated may answer this.',
    'remedies.still-time-to-answer': 'The resident still has time to answer; it may be closed from {day} on.',
  },
} satisfies Texts as Texts
