import type { Language } from '#platform/contract.ts'
import { textIn } from '#platform/text.ts'
import type { Answers, FormDefinition } from '../form-definition.ts'
import { type FormError, formErrorText, formText } from '../form-error.ts'
import type { Provenance } from '../prefill.ts'
import type { Visibility } from '../visibility.ts'
import { RenderField } from './render-field.tsx'

export type RenderFormProps = {
  definition: FormDefinition
  language: Language
  answers: Answers
  errors?: readonly FormError[]
  provenance?: Readonly<Record<string, Provenance>>
  visibility?: ReadonlyMap<string, Visibility>
}

/** The fields of a form as plain HTML inside the page's own <form>: one column, works without script. */
export function RenderForm({
  definition,
  language,
  answers,
  errors = [],
  provenance = {},
  visibility,
}: RenderFormProps) {
  const asked = definition.fields.filter(({ key }) => visibility?.get(key) !== 'hidden')
  return (
    <>
      <FormErrorSummary definition={definition} language={language} errors={errors} />
      {asked.map((field) => (
        <RenderField
          key={field.key}
          field={field}
          language={language}
          answer={answers[field.key]}
          error={errors.find((error) => error.field === field.key)}
          provenance={provenance[field.key]}
          ifApplicable={visibility?.get(field.key) === 'ifApplicable'}
        />
      ))}
    </>
  )
}

/** On top of the page: each line names its field and leads to it. */
export function FormErrorSummary({
  definition,
  language,
  errors,
}: Pick<RenderFormProps, 'definition' | 'language'> & { errors: readonly FormError[] }) {
  if (errors.length === 0) return null
  const labelOf = (key: string) => {
    const field = definition.fields.find((one) => one.key === key)
    return field ? textIn(field.label, language) : key
  }
  const colon = language === 'en' ? ': ' : '：'
  return (
    <div className="errors" role="alert" aria-labelledby="form-errors-title" tabIndex={-1}>
      <h2 id="form-errors-title">{formText('forms.problems', language, { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{`${labelOf(error.field)}${colon}${formErrorText(error, language)}`}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
