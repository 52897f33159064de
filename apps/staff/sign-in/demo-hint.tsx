import { defineTexts, useTexts } from '#ui/language.tsx'

const texts = defineTexts({
  'zh-CN': { demo: '演示街道，人员均为虚构：', accounts: '查看演示账号', code: '当前动态验证码' },
  'zh-Hant': { demo: '演示街道，人員均為虛構：', accounts: '查看演示帳號', code: '目前動態驗證碼' },
  en: { demo: 'Demo street, all people invented: ', accounts: 'demo accounts', code: 'current one-time code' },
})

/** On a demo street alone, as the page's own mark says: where the published accounts are. */
export function DemoHint() {
  const t = useTexts(texts)
  if (document.documentElement.dataset.demo === undefined) return null
  return (
    <p className="sign-in-hint sign-in-demo">
      {t.demo}
      <a href="/api/demo.accounts" target="_blank" rel="noreferrer">
        {t.accounts}
      </a>
      {' · '}
      <a href="/api/demo.totp" target="_blank" rel="noreferrer">
        {t.code}
      </a>
    </p>
  )
}
