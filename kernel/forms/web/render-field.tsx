import type { Language } from '#platform/contract.ts'
import { textIn } from '#platform/text.ts'
import type { Answer, Field } from '../form-definition.ts'
import { type FormError, formErrorText, formText } from '../form-error.ts'
import type { Provenance } from '../prefill.ts'
import { FieldControl } from './field-control.tsx'
import { isGroup } from './is-group.ts'
import { originText } from './origin-text.ts'

type RenderFieldProps = {
  field: Field
  language: Language
  answer: Answer | undefined
  error: FormError | undefined
  provenance: Provenance | undefined
  ifApplicable: boolean
}

/** One question with its help, where its value came from, and what is wrong with it, all tied to the control. */
export function RenderField({ field, language, answer, error, provenance, ifApplicable }: RenderFieldProps) {
  const id = field.key
  const notes = [
    ifApplicable && { id: `${id}-if`, className: 'help', text: formText('forms.ifApplicable', language) },
    field.help && { id: `${id}-help`, className: 'help', text: textIn(field.help, language) },
    provenance && { id: `${id}-from`, className: 'help from', text: originText(provenance, language) },
    error && {
      id: `${id}-wrong`,
      className: 'wrong',
      text: `${formText('forms.wrong', language)}${formErrorText(error, language)}`,
    },
  ].filter((note) => note !== undefined && note !== false)
  const describedBy = notes.map((note) => note.id).join(' ') || undefined
  const required = field.required && !ifApplicable && !provenance?.masked
  const label = `${textIn(field.label, language)}${field.required ? '' : formText('forms.optional', language)}`
  const className = error ? 'field has-error' : 'field'
  const said = notes.map((note) => (
    <span key={note.id} id={note.id} className={note.className}>
      {note.text}
    </span>
  ))
  const control = (
    <FieldControl
      field={field}
      language={language}
      answer={answer}
      describedBy={describedBy}
      invalid={error !== undefined}
      required={required}
    />
  )
  if (isGroup(field)) {
    return (
      <fieldset className={className} aria-describedby={describedBy}>
        <legend>{label}</legend>
        {said}
        {control}
      </fieldset>
    )
  }
  return (
    <div className={className}>
      <label htmlFor={id}>{label}</label>
      {said}
      {control}
    </div>
  )
}
