import { AutoComplete, Input } from 'antd'
import { useState } from 'react'
import { Field } from '#ui/field.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../../texts.ts'
import type { ActionFormProps } from './action-form-props.ts'
import { FormFrame } from './form-frame.tsx'

/** What the bureau's own system says. Its known states are offered; an unknown one is kept as it is, never guessed. */
export function RecordExternalForm({ data, stepId, name, busy, onSend, onClose }: ActionFormProps) {
  const t = useTexts(texts)
  const step = data.steps.find((one) => one.id === stepId)
  const [foreignNumber, setNumber] = useState(step?.foreignNumber ?? '')
  const [foreignStatus, setStatus] = useState('')
  const input = {
    foreignStatus: foreignStatus.trim(),
    how: 'typed',
    ...(foreignNumber.trim() ? { foreignNumber: foreignNumber.trim() } : {}),
  }
  return (
    <FormFrame
      name={name}
      busy={busy}
      disabled={!foreignStatus.trim()}
      onSubmit={() => onSend(input)}
      onClose={onClose}
    >
      {step?.stale ? <p className="case-stale">{t.staleHint}</p> : null}
      <div className="field-grid">
        <Field id="foreign-status" label={t.foreignStatus} required hint={step?.system}>
          <AutoComplete
            id="foreign-status"
            value={foreignStatus}
            onChange={setStatus}
            options={(step?.knownStatuses ?? []).map((value) => ({ value }))}
            defaultActiveFirstOption
            filterOption={(typed, option) => String(option?.value ?? '').includes(typed)}
            style={{ width: '100%' }}
          />
        </Field>
        <Field id="foreign-number" label={t.foreignNumber}>
          <Input
            id="foreign-number"
            maxLength={80}
            value={foreignNumber}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Field>
      </div>
    </FormFrame>
  )
}
