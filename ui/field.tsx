import type { ReactNode } from 'react'
import './field.css'
import { useTexts } from './language.tsx'
import { texts } from './texts.ts'

export type FieldProps = {
  /** The id of the control within, so that the label opens it. */
  id: string
  label: ReactNode
  required?: boolean
  hint?: ReactNode
  error?: string | null
  /** Small chips: where the value came from. */
  chips?: ReactNode
  /** Radio and check groups name themselves by `aria-labelledby={id + '-label'}`. */
  group?: boolean
  children: ReactNode
}

export function Field(props: FieldProps) {
  const t = useTexts(texts)
  const { id, label, required, hint, error, chips, group } = props
  const title = (
    <>
      {label}
      {required ? <span className="field-required"> {t.required}</span> : null}
    </>
  )
  return (
    <div className="field" data-error={Boolean(error)}>
      <div className="field-head">
        {group ? (
          <span id={`${id}-label`} className="field-label">
            {title}
          </span>
        ) : (
          <label htmlFor={id} className="field-label">
            {title}
          </label>
        )}
        {chips}
      </div>
      {props.children}
      {hint ? (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}
