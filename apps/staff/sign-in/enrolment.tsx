import { Button, QRCode } from 'antd'
import { useEffect, useState } from 'react'
import { useAct } from '#ui/api.tsx'
import { useTexts } from '#ui/language.tsx'
import { ErrorState, LoadingState } from '#ui/state-views.tsx'
import { colour } from '#ui/tokens.ts'
import { texts } from '../texts.ts'
import { CodeForm } from './code-form.tsx'

type Begun = { secret: string; otpauthUri: string }

export function Enrolment({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const t = useTexts(texts)
  const [codes, setCodes] = useState<string[] | null>(null)
  const begin = useAct<object, Begun>('identity.beginEnrolment', { refresh: [] })
  const start = () => begin.send({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once; asking again shows the same secret
  useEffect(start, [])

  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />
  if (begin.error) return <ErrorState error={begin.error} onRetry={start} />
  if (!begin.data) return <LoadingState />
  return (
    <>
      <p>{t.enrolHint}</p>
      <div className="sign-in-qr" role="img" aria-label={t.enrolQr}>
        <span aria-hidden="true">
          <QRCode
            type="svg"
            value={begin.data.otpauthUri}
            size={192}
            color={colour.ink}
            bgColor={colour.surface}
            bordered={false}
          />
        </span>
      </div>
      <p className="sign-in-secret">
        {t.enrolSecret} <code>{begin.data.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <CodeForm
        action="identity.confirmEnrolment"
        onDone={(output) => (output.recoveryCodes?.length ? setCodes(output.recoveryCodes) : onDone())}
        onBack={onBack}
      />
    </>
  )
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useTexts(texts)
  return (
    <>
      <h2>{t.recoveryTitle}</h2>
      <p>{t.recoveryHint}</p>
      <ul className="sign-in-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code.match(/.{1,4}/g)?.join('-')}</code>
          </li>
        ))}
      </ul>
      <div className="sign-in-actions">
        <Button onClick={() => window.print()}>{t.print}</Button>
        <Button type="primary" onClick={onDone}>
          {t.recoveryDone}
        </Button>
      </div>
    </>
  )
}
