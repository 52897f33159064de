import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAct } from '#ui/api.tsx'
import { Field } from '#ui/field.tsx'
import { useTexts } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/state-views.tsx'
import { texts } from '../texts.ts'

export type SignedIn = { outcome: 'signedIn'; recoveryCodes?: string[] }

export function CodeForm(props: {
  action: string
  onDone: (output: SignedIn) => void
  onBack: () => void
  recovery?: boolean
}) {
  const t = useTexts(texts)
  const [code, setCode] = useState('')
  const [byRecovery, setByRecovery] = useState(false)
  const verify = useAct<{ code: string }, SignedIn>(props.action, { refresh: [], onDone: props.onDone })
  const send = (value: string) => verify.send({ code: value.trim() })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(code)
  }
  const type = (value: string) => {
    setCode(value)
    // The sixth digit is the intent: nobody has to look for a button.
    if (!byRecovery && /^\d{6}$/.test(value)) send(value)
  }
  return (
    <form onSubmit={submit}>
      <ProblemAlert error={verify.error} />
      <Field id="code" label={byRecovery ? t.recoveryCode : t.code} hint={byRecovery ? null : t.codeHint}>
        <Input
          id="code"
          key={byRecovery ? 'recovery' : 'totp'}
          size="large"
          autoFocus
          required
          autoComplete="one-time-code"
          inputMode={byRecovery ? 'text' : 'numeric'}
          maxLength={byRecovery ? 20 : 6}
          className="sign-in-code"
          value={code}
          onChange={(event) => type(event.target.value)}
        />
      </Field>
      <Button type="primary" size="large" block htmlType="submit" loading={verify.isPending}>
        {t.continue}
      </Button>
      <div className="sign-in-links">
        <Button type="link" onClick={props.onBack}>
          {t.back}
        </Button>
        {props.recovery && !byRecovery ? (
          <Button
            type="link"
            onClick={() => {
              setCode('')
              setByRecovery(true)
            }}
          >
            {t.useRecoveryCode}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
