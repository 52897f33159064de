import type { Texts } from '#platform/contract.ts'

export const texts: Texts = {
  'zh-CN': {
    'identity.wrong-credentials': '工号或密码不对。请核对后再试；忘记密码请联系本单位系统管理员。',
    'identity.wrong-second-factor': '动态码不对、已用过或登录已过期。请等待新的动态码，或重新登录。',
    'identity.wrong-code': '验证码不对、已用过或已过期。请核对，或重新获取验证码。验证码须在获取它的同一设备上填写。',
    'identity.not-a-phone': '请填写能收短信的手机号码，例如 138 0000 0000。',
    'identity.too-many': '尝试次数过多，请在 {retryAfter} 秒后再试。在您常用的设备上登录不受影响。',
    'identity.wrong-machine': '客户端编号或密钥不对，或已到期。',
    'identity.wrong-password': '当前密码不对。',
    'identity.weak-password': '新密码至少 10 个字符，且不能与当前密码或工号相同。',
  },
  'zh-Hant': {
    'identity.wrong-credentials': '工號或密碼不對。請核對後再試；忘記密碼請聯絡本單位系統管理員。',
    'identity.wrong-second-factor': '動態碼不對、已用過或登入已過期。請等待新的動態碼，或重新登入。',
    'identity.wrong-code': '驗證碼不對、已用過或已過期。請核對，或重新取得驗證碼。驗證碼須在取得它的同一裝置上填寫。',
    'identity.not-a-phone': '請填寫能收簡訊的手機號碼，例如 138 0000 0000。',
    'identity.too-many': '嘗試次數過多，請在 {retryAfter} 秒後再試。在您常用的裝置上登入不受影響。',
    'identity.wrong-machine': '用戶端編號或密鑰不對，或已到期。',
    'identity.wrong-password': '目前的密碼不對。',
    'identity.weak-password': '新密碼至少 10 個字元，且不能與目前密碼或工號相同。',
  },
  en: {
    'identity.wrong-credentials':
      'The staff number or the password is wrong. Check both; your system administrator can set a new password.',
    'identity.wrong-second-factor':
      'The one-time password is wrong or was used, or the sign-in expired. Wait for the next one or start again.',
    'identity.wrong-code':
      'The code is wrong, used or expired. Check it or ask for a new one, and type it on the device that asked for it.',
    'identity.not-a-phone': 'Enter a mobile number that receives messages, such as 138 0000 0000.',
    'identity.too-many':
      'Too many attempts. Try again in {retryAfter} seconds. Devices you used before are not affected.',
    'identity.wrong-machine': 'The client or its secret is wrong, or it has expired.',
    'identity.wrong-password': 'The current password is wrong.',
    'identity.weak-password':
      'The new password needs at least 10 characters and must differ from the current one and the staff number.',
  },
}
