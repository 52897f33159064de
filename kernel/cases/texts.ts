import type { Texts } from '#platform/contract.ts'

export const texts: Texts = {
  'zh-CN': {
    'cases.not-in-this-state': '办件现在的状态不能做这一步。',
    'cases.step-not-open': '这一步已经办完或被取消，未重复办理。',
    'cases.step-claimed': '这一步已由同事领取。',
    'cases.not-your-step': '这一步不由您的岗位办理。',
    'cases.already-rated': '这件事已经评价过。',
    'cases.state-not-in-table': '状态变化不在本类办件的状态表中，未作任何改动。',
  },
  en: {
    'cases.not-in-this-state': 'The case is not in a state in which this can be done.',
    'cases.step-not-open': 'This step is already done or cancelled; nothing was done twice.',
    'cases.step-claimed': 'A colleague has already taken this step.',
    'cases.not-your-step': 'This step is not for your post.',
    'cases.already-rated': 'This has already been rated.',
  },
}
