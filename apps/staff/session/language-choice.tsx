import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { chooseLanguage, type Language, LanguageContext, languages } from '#ui/language.tsx'

/** The same cookie that the server reads, so that problems and pages speak one language. */
const cookie = 'linli-language'

export function readLanguage(): Language {
  const chosen = document.cookie.match(new RegExp(`(?:^|; )${cookie}=([^;]+)`))?.[1]
  return languages.find((one) => one === chosen) ?? chooseLanguage(navigator.languages)
}

const ChoiceContext = createContext<{ language: Language; choose: (language: Language) => void } | null>(null)

export function useLanguageChoice() {
  return useContext(ChoiceContext)!
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(readLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choose = (next: Language) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the CookieStore API is missing on office browsers of 2021
    document.cookie = `${cookie}=${next}; Path=/; Max-Age=31536000; SameSite=Lax`
    setLanguage(next)
  }
  return (
    <ChoiceContext value={{ language, choose }}>
      <LanguageContext value={language}>{children}</LanguageContext>
    </ChoiceContext>
  )
}
