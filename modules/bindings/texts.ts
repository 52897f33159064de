import type { Texts } from '#platform/contract.ts'

export const texts: Texts = {
  'zh-CN': {
    'bindings.code-unknown': '绑定码不对、已用过或已超过 15 分钟。请居民在手机上重新显示绑定码。',
    'bindings.already-bound': '该账号已绑定此人，不需要再次绑定。',
  },
  'zh-Hant': {
    'bindings.code-unknown': '綁定碼不對、已用過或已超過 15 分鐘。請居民在手機上重新顯示綁定碼。',
    'bindings.already-bound': '該帳號已綁定此人，不需要再次綁定。',
  },
  en: {
    'bindings.code-unknown':
      'The binding code is wrong, used or older than 15 minutes. Ask the resident to show a new one.',
    'bindings.already-bound': 'The account already speaks for this person.',
  },
}
