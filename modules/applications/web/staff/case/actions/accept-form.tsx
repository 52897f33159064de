import { useState } from 'react'
import { type Materials, MaterialsChecklist } from '../../window/materials-checklist.tsx'
import type { ActionFormProps } from './action-form-props.ts'
import { FormFrame } from './form-frame.tsx'

/** Accepting what was sent from a phone: the papers are looked at now. */
export function AcceptForm({ data, name, busy, onSend, onClose }: ActionFormProps) {
  const [states, setStates] = useState<Materials>(() =>
    Object.fromEntries(data.materials.map((one) => [one.key, one.state])),
  )
  const all = () =>
    setStates((now) =>
      Object.fromEntries(
        Object.entries(now).map(([key, state]) => [
          key,
          state === 'missing' || state === 'follows' ? 'received' : state,
        ]),
      ),
    )
  const complete = data.materials.every((one) => !one.needed || states[one.key] !== 'missing')
  return (
    <FormFrame
      name={name}
      busy={busy}
      disabled={!complete}
      onSubmit={() => onSend({ materials: states })}
      onClose={onClose}
    >
      <MaterialsChecklist materials={data.materials} states={states} onChange={setStates} onAllReceived={all} />
    </FormFrame>
  )
}
