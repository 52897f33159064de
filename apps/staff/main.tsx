import '#ui/base.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiContext } from '#ui/api.tsx'
import { cssVariables } from '#ui/css-variables.ts'
import { ProblemError } from '#ui/problem.ts'
import { createClient } from './api/client.ts'
import { Gate } from './session/gate.tsx'
import { LanguageProvider, useLanguageChoice } from './session/language-choice.tsx'
import { tellReach } from './session/reach.ts'
import { ThemeProvider } from './theme-provider.tsx'

for (const [name, value] of cssVariables()) document.documentElement.style.setProperty(name, value)

function App() {
  const { language } = useLanguageChoice()
  const [ended, setEnded] = useState(0)
  const queries = useMemo(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            // An answer that says no says no again; only silence is worth a second try.
            retry: (count, error) => error instanceof ProblemError && error.uncertain && count < 2,
            refetchOnWindowFocus: true,
            networkMode: 'always',
          },
          mutations: { networkMode: 'always' },
        },
      }),
    [],
  )
  const api = useMemo(
    () => createClient({ language: () => language, onReach: tellReach, onSignedOut: () => setEnded((n) => n + 1) }),
    [language],
  )
  return (
    <ThemeProvider language={language}>
      <ApiContext value={api}>
        <QueryClientProvider client={queries}>
          <Gate ended={ended} />
        </QueryClientProvider>
      </ApiContext>
    </ThemeProvider>
  )
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LanguageProvider>
      <App />
    </LanguageProvider>
  </StrictMode>,
)
