import { Input, Radio } from 'antd'
import { useState } from 'react'
import { Field } from '#ui/field.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../../texts.ts'
import type { ActionFormProps } from './action-form-props.ts'
import { FormFrame } from './form-frame.tsx'

/** Nothing is chosen beforehand: a decision is somebody's own. */
export function DecideStepForm({ name, busy, onSend, onClose }: ActionFormProps) {
  const t = useTexts(texts)
  const [outcome, setOutcome] = useState<'approved' | 'refused' | null>(null)
  const [opinion, setOpinion] = useState('')
  return (
    <FormFrame
      name={name}
      busy={busy}
      disabled={outcome === null}
      danger={outcome === 'refused'}
      onSubmit={() => onSend({ outcome, opinion })}
      onClose={onClose}
    >
      <Field id="decide-outcome" label={t.opinion} required group>
        <Radio.Group
          aria-labelledby="decide-outcome-label"
          name="decide-outcome"
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
          options={[
            { value: 'approved', label: t.approve },
            { value: 'refused', label: t.refuse },
          ]}
        />
      </Field>
      <Field id="decide-opinion" label={t.note} required>
        <Input.TextArea
          id="decide-opinion"
          required
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
      </Field>
    </FormFrame>
  )
}
