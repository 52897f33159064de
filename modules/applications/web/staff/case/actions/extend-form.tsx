import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { Field } from '#ui/field.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../../texts.ts'
import type { ActionFormProps } from './action-form-props.ts'
import { FormFrame } from './form-frame.tsx'

export function ExtendForm({ name, busy, onSend, onClose }: ActionFormProps) {
  const t = useTexts(texts)
  const [days, setDays] = useState<number | null>(5)
  const [reason, setReason] = useState('')
  return (
    <FormFrame name={name} busy={busy} disabled={!days} onSubmit={() => onSend({ days, reason })} onClose={onClose}>
      <Field id="extend-days" label={t.days} required>
        <InputNumber id="extend-days" min={1} max={60} precision={0} value={days} onChange={setDays} />
      </Field>
      <Field id="extend-reason" label={t.reason} required>
        <Input.TextArea
          id="extend-reason"
          required
          minLength={2}
          maxLength={500}
          autoSize={{ minRows: 2 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </FormFrame>
  )
}
