import { Button, Input } from 'antd'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { useAct } from '#ui/api.tsx'
import { Field } from '#ui/field.tsx'
import { useTexts } from '#ui/language.tsx'
import { LoadingState, ProblemAlert } from '#ui/state-views.tsx'
import { texts } from '../texts.ts'
import { CodeForm } from './code-form.tsx'
import { DemoHint } from './demo-hint.tsx'
import './sign-in.css'

// Met once in a career: its QR code drawer stays out of the first load.
const Enrolment = lazy(() => import('./enrolment.tsx').then((module) => ({ default: module.Enrolment })))

type Challenge = { outcome: 'needsTotp' | 'needsTotpEnrolment' }

/** Two halves: password, then second factor; what joins them lies in a cookie. */
export function SignInScreen({ onSignedIn, ended }: { onSignedIn: () => void; ended: boolean }) {
  const t = useTexts(texts)
  const [challenge, setChallenge] = useState<Challenge | null>(null)
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="sign-in-brand">{t.product}</p>
        <h1>{challenge?.outcome === 'needsTotpEnrolment' ? t.enrol : t.signIn}</h1>
        {ended && !challenge ? <p role="status">{t.signedOut}</p> : null}
        {challenge === null ? <PasswordForm onChallenge={setChallenge} /> : null}
        {challenge?.outcome === 'needsTotp' ? (
          <CodeForm action="identity.verifyTotp" onDone={onSignedIn} onBack={() => setChallenge(null)} recovery />
        ) : null}
        {challenge?.outcome === 'needsTotpEnrolment' ? (
          <Suspense fallback={<LoadingState />}>
            <Enrolment onDone={onSignedIn} onBack={() => setChallenge(null)} />
          </Suspense>
        ) : null}
        <DemoHint />
      </div>
    </main>
  )
}

function PasswordForm({ onChallenge }: { onChallenge: (challenge: Challenge) => void }) {
  const t = useTexts(texts)
  const [staffNumber, setStaffNumber] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useAct<{ staffNumber: string; password: string }, Challenge>('identity.signInStaff', {
    refresh: [],
    onDone: onChallenge,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.send({ staffNumber: staffNumber.trim(), password })
  }
  return (
    <form onSubmit={submit}>
      <ProblemAlert error={signIn.error} />
      <Field id="staff-number" label={t.staffNumber}>
        <Input
          id="staff-number"
          size="large"
          autoFocus
          required
          autoComplete="username"
          value={staffNumber}
          onChange={(event) => setStaffNumber(event.target.value)}
        />
      </Field>
      <Field id="password" label={t.password}>
        <Input.Password
          id="password"
          size="large"
          required
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="primary" size="large" block htmlType="submit" loading={signIn.isPending}>
        {t.continue}
      </Button>
      <p className="sign-in-hint">{t.signInHint}</p>
    </form>
  )
}
