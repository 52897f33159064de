import { Input } from 'antd'
import { useState } from 'react'
import { Field } from '#ui/field.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../../texts.ts'
import { type Materials, MaterialsChecklist } from '../../window/materials-checklist.tsx'
import type { ActionFormProps } from './action-form-props.ts'
import { FormFrame } from './form-frame.tsx'

/** The applicant came back with what was asked: the clock goes on. */
export function ReceiveCorrectionForm({ data, name, busy, onSend, onClose }: ActionFormProps) {
  const t = useTexts(texts)
  const asked = new Set(data.correction?.missing.map((one) => one.key))
  const [states, setStates] = useState<Materials>(() =>
    Object.fromEntries(data.materials.map((one) => [one.key, asked.has(one.key) ? 'received' : one.state])),
  )
  const [note, setNote] = useState('')
  return (
    <FormFrame
      name={name}
      busy={busy}
      onSubmit={() => onSend({ materials: states, ...(note.trim() ? { note: note.trim() } : {}) })}
      onClose={onClose}
    >
      {data.correction ? (
        <ul className="case-asked">
          {data.correction.missing.map((one) => (
            <li key={one.key}>{one.why}</li>
          ))}
        </ul>
      ) : null}
      <p className="field-label">{t.receivedWhat}</p>
      <MaterialsChecklist materials={data.materials} states={states} onChange={setStates} />
      <Field id="received-note" label={t.note}>
        <Input.TextArea
          id="received-note"
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </FormFrame>
  )
}
