import { ConfigProvider } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import zhTW from 'antd/es/locale/zh_TW'
import type { ReactNode } from 'react'
import type { Language } from '#ui/language.tsx'
import { staffTheme } from '#ui/staff-theme.ts'

const locales = { 'zh-CN': zhCN, 'zh-Hant': zhTW, en: enUS }

export function ThemeProvider({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <ConfigProvider theme={staffTheme} locale={locales[language]} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  )
}
