import type { Texts } from '#platform/contract.ts'

export const texts: Texts = {
  'zh-CN': {
    'people.purpose-needed': '打开完整档案需要关联办件，或写明理由（至少 4 个字）。',
    'people.case-is-not-the-purpose': '这个办件不是您正在办理的此人的办件，不能作为查看理由。',
    'people.minor-needs-approval': '未成年人档案须先申请，由督办岗批准后才能查看。',
    'people.reveal-limit': '今天揭示证件号、电话的次数已用完。',
    'people.not-your-own-request': '自己的申请须由另一人批准。',
    'people.not-a-minor': '此人已成年，不需要申请，写明理由即可查看。',
    'people.asked-already': '您对此人的申请还在等待批准，或已获批准且仍有效，不必重复申请。',
  },
  en: {
    'people.purpose-needed': 'A full record needs a live case or a typed reason of at least four characters.',
    'people.case-is-not-the-purpose': 'That case is not a live case of this person in your hands.',
    'people.minor-needs-approval': 'A minor’s file has to be requested and agreed to by the supervisor first.',
    'people.reveal-limit': 'The number of reveals for today is used up.',
    'people.not-your-own-request': 'Your own request is for another person to decide.',
    'people.not-a-minor': 'This person is of age: a typed reason is enough.',
    'people.asked-already': 'Your request for this person still waits, or was agreed to and is in force.',
  },
}
