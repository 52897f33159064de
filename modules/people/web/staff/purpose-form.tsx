import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { Field } from '#ui/field.tsx'
import { useTexts } from '#ui/language.tsx'
import { Card } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/state-views.tsx'
import { texts } from '../texts.ts'

const shortest = 4

/** One typed reason, for the record or for asking to see a minor's. */
export function PurposeForm(props: {
  title: string
  action: string
  notice?: string
  initial?: string
  busy: boolean
  error: Error | null
  onSubmit: (reason: string) => void
}) {
  const t = useTexts(texts)
  const [reason, setReason] = useState(props.initial ?? '')
  const enough = reason.trim().length >= shortest
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (enough) props.onSubmit(reason.trim())
  }
  return (
    <Card title={props.title}>
      {props.notice ? <p>{props.notice}</p> : null}
      <form onSubmit={submit}>
        <Field id="purpose" label={t.purpose} required hint={t.purposeHint}>
          <Input
            id="purpose"
            autoFocus
            autoComplete="off"
            maxLength={300}
            aria-describedby="purpose-hint"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <ProblemAlert error={props.error} />
        <Button type="primary" htmlType="submit" loading={props.busy} disabled={!enough}>
          {props.action}
        </Button>
      </form>
    </Card>
  )
}
