import { identityInputs } from '#kernel/identity/door.ts'
import type { PlainRoute } from '#platform/http/openapi.ts'

const summaries: Record<keyof typeof identityInputs, string> = {
  signInStaff: '工作人员登录：工号和密码',
  verifyTotp: '工作人员登录：动态验证码',
  beginEnrolment: '首次登录：开始绑定验证器',
  confirmEnrolment: '首次登录：确认绑定验证器',
  requestCode: '居民登录：发送短信验证码',
  signInResident: '居民登录：验证码',
  signInMachine: '系统对接：换取短时令牌',
  changePassword: '修改密码',
  signOut: '退出登录',
  signOutEverywhere: '退出所有设备',
}

/** The routes around a session, for the OpenAPI document: they are no operations, since there is no actor yet. */
export const signInRoutes: readonly PlainRoute[] = [
  ...Object.entries(identityInputs).map(
    ([name, input]): PlainRoute => ({
      id: `identity.${name}`,
      method: 'post',
      summary: summaries[name as keyof typeof identityInputs],
      input,
    }),
  ),
  { id: 'identity.me', method: 'get', summary: '我的账号和岗位', input: null },
]
