import { Input } from 'antd'
import { useState } from 'react'
import { Field } from '#ui/field.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../../texts.ts'
import type { ActionFormProps } from './action-form-props.ts'
import { FormFrame } from './form-frame.tsx'

type Line = { key: string; label: 'reason' | 'legalBasis' | 'note' | 'instruction'; required?: boolean; most: number }

/** A form of a few texts and nothing else. */
function WordsForm({
  name,
  busy,
  onSend,
  onClose,
  lines,
  danger,
}: ActionFormProps & { lines: Line[]; danger?: boolean }) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const filled = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim()))
  return (
    <FormFrame name={name} busy={busy} danger={danger} onSubmit={() => onSend(filled)} onClose={onClose}>
      {lines.map((line) => (
        <Field key={line.key} id={`act-${line.key}`} label={t[line.label]} required={line.required}>
          <Input.TextArea
            id={`act-${line.key}`}
            required={line.required}
            minLength={line.required ? 2 : undefined}
            maxLength={line.most}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={typed[line.key] ?? ''}
            onChange={(event) => setTyped({ ...typed, [line.key]: event.target.value })}
          />
        </Field>
      ))}
    </FormFrame>
  )
}

const declineLines: Line[] = [
  { key: 'reason', label: 'reason', required: true, most: 500 },
  { key: 'legalBasis', label: 'legalBasis', most: 300 },
]
export function DeclineForm(props: ActionFormProps) {
  return <WordsForm {...props} lines={declineLines} danger />
}

const withdrawLines: Line[] = [{ key: 'reason', label: 'reason', most: 500 }]
export function WithdrawForm(props: ActionFormProps) {
  return <WordsForm {...props} lines={withdrawLines} danger />
}

const concludeLines: Line[] = [{ key: 'note', label: 'note', most: 1000 }]
export function ConcludeForm(props: ActionFormProps) {
  return <WordsForm {...props} lines={concludeLines} />
}

const superviseLines: Line[] = [{ key: 'instruction', label: 'instruction', required: true, most: 500 }]
export function SuperviseForm(props: ActionFormProps) {
  return <WordsForm {...props} lines={superviseLines} />
}

/** Taking a step or giving it back asks nothing but to be sure. */
export function BareForm(props: ActionFormProps) {
  return <WordsForm {...props} lines={[]} />
}
