import type { Language } from '#platform/contract.ts'
import { textIn } from '#platform/text.ts'
import { boundsOf, decimalsOf, maxLengthOf } from '../field-schema.ts'
import type { Answer, Field } from '../form-definition.ts'
import { formText } from '../form-error.ts'
import { isGroup } from './is-group.ts'

type FieldControlProps = {
  field: Field
  language: Language
  answer: Answer | undefined
  describedBy: string | undefined
  invalid: boolean
  required: boolean
}

export function FieldControl(props: FieldControlProps) {
  const { field, language, answer, describedBy, invalid, required } = props
  if (isGroup(field)) return <Picks {...props} />
  const shared = {
    id: field.key,
    name: field.key,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'aria-required': required || undefined,
    className: field.width === 'short' ? 'short' : undefined,
  }
  const value = answer === undefined ? undefined : String(answer)
  switch (field.type) {
    case 'choice':
      return (
        <select {...shared} defaultValue={value ?? ''}>
          <option value="">{formText('forms.choose', language)}</option>
          {field.choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {textIn(choice.label, language)}
            </option>
          ))}
        </select>
      )
    case 'file':
      return (
        <>
          {Array.isArray(answer) && answer.map((id) => <input key={id} type="hidden" name={field.key} value={id} />)}
          <input
            {...shared}
            name={`${field.key}-file`}
            type="file"
            accept="image/jpeg,image/png,application/pdf"
            multiple={field.maxFiles !== 1}
          />
        </>
      )
    case 'number':
    case 'amount': {
      // Text with a number pad: a number input drops what it cannot read and steps away under a thumb or a wheel.
      const [min] = boundsOf(field)
      const pad = decimalsOf(field) > 0 ? 'decimal' : min < 0 ? undefined : 'numeric'
      return <input {...shared} type="text" inputMode={pad} autoComplete="off" maxLength={20} defaultValue={value} />
    }
    case 'date':
      return (
        <input
          {...shared}
          type="date"
          min={fixedDay(field.earliest)}
          max={fixedDay(field.latest)}
          defaultValue={value}
        />
      )
    case 'phone':
      return <input {...shared} type="tel" autoComplete="tel" maxLength={20} defaultValue={value} />
    case 'idNumber':
      return <input {...shared} type="text" autoComplete="off" spellCheck={false} maxLength={24} defaultValue={value} />
    default:
      if ((field.lines ?? 1) > 1) {
        return <textarea {...shared} rows={field.lines} maxLength={maxLengthOf(field)} defaultValue={value} />
      }
      return (
        <input
          {...shared}
          type="text"
          autoComplete={field.type === 'address' ? 'street-address' : undefined}
          maxLength={maxLengthOf(field)}
          defaultValue={value}
        />
      )
  }
}

function Picks({ field, language, answer, invalid }: FieldControlProps) {
  const picks =
    field.type === 'boolean'
      ? [
          { value: 'true', label: formText('forms.yes', language) },
          { value: 'false', label: formText('forms.no', language) },
        ]
      : (field.choices ?? []).map(({ value, label }) => ({ value, label: textIn(label, language) }))
  const chosen = Array.isArray(answer) ? answer : answer === undefined ? [] : [String(answer)]
  return picks.map((pick, at) => (
    <label key={pick.value} className="pick">
      {/* The first carries the field's own id, so that the summary on top can lead to it. */}
      <input
        type={field.many ? 'checkbox' : 'radio'}
        id={at === 0 ? field.key : `${field.key}-${pick.value}`}
        name={field.key}
        value={pick.value}
        defaultChecked={chosen.includes(pick.value)}
        aria-invalid={invalid || undefined}
      />
      {pick.label}
    </label>
  ))
}

function fixedDay(bound: string | undefined): string | undefined {
  return bound === 'today' ? undefined : bound
}
