import type { Texts } from '#platform/contract.ts'

export const texts: Texts = {
  'zh-CN': {
    'access.post-needed': '您现在的岗位不负责此事。',
    'access.administrators-apart': '系统、安全、审计三类管理员须由不同的人担任。',
  },
  en: {
    'access.post-needed': 'Your post is not in charge of this.',
    'access.administrators-apart': 'System, security and audit administrator must be three different people.',
  },
}
