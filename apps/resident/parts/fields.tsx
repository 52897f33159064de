import type { ReactNode } from 'react'
import type { FieldError } from '../page.ts'
import type { Translate } from '../texts/texts.ts'

interface Common {
  id: string
  label: ReactNode
  help?: string
  errors: FieldError[]
}

const errorOf = (errors: FieldError[], id: string) => errors.find(({ field }) => field === id)?.message
const describedBy = (id: string, help: string | undefined, wrong: string | undefined) =>
  [help && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined

/** On top of the page: what is wrong, each line leading to its field. */
export function ErrorSummary({ errors, t }: { errors: FieldError[]; t: Translate }) {
  if (errors.length === 0) return null
  return (
    <div className="errors" role="alert" aria-labelledby="errors-title" tabIndex={-1}>
      <h2 id="errors-title">{t('errorsTitle')}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function TextField(
  props: Common & {
    value?: string
    type?: 'text' | 'tel' | 'date' | 'number'
    inputMode?: 'numeric' | 'text'
    autoComplete?: string
    maxLength?: number
    short?: boolean
    lines?: boolean
  },
) {
  const { id, label, help, errors, value, lines, short, type = 'text', ...rest } = props
  const wrong = errorOf(errors, id)
  const shared = {
    id,
    name: id,
    defaultValue: value,
    'aria-describedby': describedBy(id, help, wrong),
    'aria-invalid': wrong ? (true as const) : undefined,
  }
  return (
    <div className={wrong ? 'field has-error' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <Notes id={id} help={help} wrong={wrong} />
      {lines ? (
        <textarea {...shared} rows={4} maxLength={rest.maxLength} />
      ) : (
        <input {...shared} {...rest} type={type} className={short ? 'short' : undefined} />
      )}
    </div>
  )
}

export function FileField({ id, label, help, errors }: Common) {
  const wrong = errorOf(errors, id)
  return (
    <div className={wrong ? 'field has-error' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <Notes id={id} help={help} wrong={wrong} />
      <input
        id={id}
        name={id}
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        aria-describedby={describedBy(id, help, wrong)}
      />
    </div>
  )
}

/** One of a few: big targets that a thumb or a remote control hits. */
export function PickField(
  props: Common & { value?: string; choices: { value: string; label: ReactNode }[]; heading?: boolean },
) {
  const { id, label, help, errors, value, choices, heading } = props
  const wrong = errorOf(errors, id)
  return (
    <fieldset className={wrong ? 'field has-error' : 'field'} aria-describedby={describedBy(id, help, wrong)}>
      <legend>{heading ? <h1 className="legend">{label}</h1> : label}</legend>
      <Notes id={id} help={help} wrong={wrong} />
      {choices.map((choice, at) => (
        <label className="pick" key={choice.value}>
          <input
            type="radio"
            id={at === 0 ? id : `${id}-${choice.value}`}
            name={id}
            value={choice.value}
            defaultChecked={choice.value === value}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}

export function TickField({ id, label, errors }: Common) {
  const wrong = errorOf(errors, id)
  return (
    <div className={wrong ? 'field has-error' : 'field'}>
      <Notes id={id} help={undefined} wrong={wrong} />
      <label className="pick">
        <input type="checkbox" id={id} name={id} value="yes" aria-describedby={describedBy(id, undefined, wrong)} />
        {label}
      </label>
    </div>
  )
}

function Notes({ id, help, wrong }: { id: string; help: string | undefined; wrong: string | undefined }) {
  return (
    <>
      {help && (
        <span className="help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {wrong && (
        <span className="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </>
  )
}
