import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { type KeyboardEvent, type ReactNode, useContext, useId } from 'react'
import { Field } from './field.tsx'
import { type Answer, type Answers, type FormField, isAsked, say } from './form-fields.ts'
import { KeyCap } from './key-cap.tsx'
import { LanguageContext, useTexts } from './language.tsx'
import { texts } from './texts.ts'

export type FormViewProps = {
  fields: FormField[]
  answers: Answers
  onChange: (answers: Answers) => void
  chips?: (key: string) => ReactNode
  errors?: Record<string, string>
}

/** Draws a form's definition in the controls of the workbench. */
export function FormView({ fields, answers, onChange, chips, errors }: FormViewProps) {
  const base = useId()
  const language = useContext(LanguageContext)
  return (
    <div className="field-grid">
      {fields
        .filter((field) => isAsked(field, answers))
        .map((field) => (
          <div key={field.key} data-field={field.key} className={field.width === 'full' ? 'field-wide' : undefined}>
            <Field
              id={`${base}-${field.key}`}
              label={say(field.label, language)}
              required={field.required}
              hint={say(field.help, language) || null}
              error={errors?.[field.key]}
              chips={chips?.(field.key)}
              group={isGroup(field)}
            >
              <Control
                id={`${base}-${field.key}`}
                field={field}
                value={answers[field.key] ?? null}
                onChange={(value) => onChange({ ...answers, [field.key]: value })}
              />
            </Field>
          </div>
        ))}
    </div>
  )
}

/** Few choices are all shown, and chosen by one digit. */
function isGroup(field: FormField): boolean {
  return field.type === 'boolean' || (field.type === 'choice' && (field.many || (field.choices?.length ?? 0) <= 6))
}

type ControlProps = { id: string; field: FormField; value: Answer; onChange: (value: Answer) => void }

function Control({ id, field, value, onChange }: ControlProps) {
  if (field.type === 'boolean' || field.type === 'choice') return <ChoiceControl {...{ id, field, value, onChange }} />
  if (field.type === 'number' || field.type === 'amount') {
    return (
      <InputNumber
        id={id}
        value={value as number | null}
        min={field.min}
        max={field.max}
        precision={field.decimals ?? (field.type === 'amount' ? 2 : undefined)}
        suffix={field.type === 'amount' ? '元' : undefined}
        onChange={(next) => onChange(next)}
        style={{ width: '100%' }}
      />
    )
  }
  const text = { id, maxLength: field.maxLength, value: (value as string | null) ?? '' }
  if ((field.lines ?? 1) > 1) {
    return (
      <Input.TextArea
        {...text}
        autoSize={{ minRows: field.lines }}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  return (
    <Input
      {...text}
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={field.type === 'phone' ? 'tel' : undefined}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function ChoiceControl({ id, field, value, onChange }: ControlProps) {
  const t = useTexts(texts)
  const language = useContext(LanguageContext)
  const choices =
    field.type === 'boolean'
      ? [
          { value: true as Answer, label: t.yes },
          { value: false as Answer, label: t.no },
        ]
      : (field.choices ?? []).map((one) => ({ value: one.value as Answer, label: say(one.label, language) }))
  if (field.many) {
    return (
      <Checkbox.Group
        aria-labelledby={`${id}-label`}
        role="group"
        value={(value as string[] | null) ?? []}
        options={choices as { value: string; label: string }[]}
        onChange={(next) => onChange(next as string[])}
      />
    )
  }
  if (!isGroup(field)) {
    return (
      <Select
        id={id}
        value={value as string | null}
        placeholder={t.choose}
        options={choices as { value: string; label: string }[]}
        onChange={(next) => onChange(next)}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
      />
    )
  }
  const byDigit = (event: KeyboardEvent) => {
    const choice = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined
    if (!choice) return
    event.preventDefault()
    onChange(choice.value)
  }
  return (
    <div onKeyDown={byDigit} role="presentation">
      <Radio.Group
        aria-labelledby={`${id}-label`}
        name={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={choices.map((choice, index) => ({
          value: choice.value as string,
          label: (
            <>
              {choice.label} <KeyCap>{index + 1}</KeyCap>
            </>
          ),
        }))}
      />
    </div>
  )
}
