import { Col, Form, Row, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { Language } from '#platform/contract.ts'
import { textIn } from '#platform/text.ts'
import type { Field, FormDefinition } from '../form-definition.ts'
import { type FormError, formErrorText, formText } from '../form-error.ts'
import type { Provenance } from '../prefill.ts'
import type { Visibility } from '../visibility.ts'
import { antdControl } from './antd-control.tsx'
import { originText } from './origin-text.ts'

export type AntdFormFieldsProps = {
  definition: FormDefinition
  language: Language
  /** Errors of the last check; the same texts as on the resident's page. */
  errors?: readonly FormError[]
  provenance?: Readonly<Record<string, Provenance>>
  visibility?: ReadonlyMap<string, Visibility>
  /** The path under which the answers stand in the surrounding Form. */
  under?: string
  /** Uploading belongs to the screen; without it file fields are not drawn. */
  fileControl?: (field: Field) => ReactNode
}

const spans = { short: 6, medium: 12, full: 24 } as const

/** Form.Items for a surrounding antd Form, drawn from the same definition as the resident's page. */
export function AntdFormFields(props: AntdFormFieldsProps) {
  const { definition, language, errors = [], provenance = {}, visibility, under = 'answers', fileControl } = props
  const asked = definition.fields.filter(({ key }) => visibility?.get(key) !== 'hidden')
  return (
    <Row gutter={16}>
      {asked.map((field) => {
        const control = field.type === 'file' ? fileControl?.(field) : antdControl(field, language)
        if (!control) return null
        const error = errors.find((one) => one.field === field.key)
        return (
          <Col key={field.key} xs={24} md={spans[field.width]}>
            <Form.Item
              name={[under, field.key]}
              label={textIn(field.label, language)}
              required={
                field.required && visibility?.get(field.key) !== 'ifApplicable' && !provenance[field.key]?.masked
              }
              extra={<Beside field={field} language={language} provenance={provenance[field.key]} />}
              validateStatus={error ? 'error' : undefined}
              help={error ? formErrorText(error, language) : undefined}
            >
              {control}
            </Form.Item>
          </Col>
        )
      })}
    </Row>
  )
}

/** The chip says where a prefilled value came from; as part of the description a screen reader says it too. */
function Beside({
  field,
  language,
  provenance,
}: {
  field: Field
  language: Language
  provenance: Provenance | undefined
}) {
  return (
    <>
      {provenance && <Tag>{originText(provenance, language)}</Tag>}
      {field.help && textIn(field.help, language)}
    </>
  )
}

/** The errors as one line each for the page's own summary. */
export function errorLines(definition: FormDefinition, errors: readonly FormError[], language: Language): string[] {
  const labels = new Map(definition.fields.map((field) => [field.key, textIn(field.label, language)]))
  const line = (error: FormError) => `${labels.get(error.field) ?? error.field}：${formErrorText(error, language)}`
  return [formText('forms.problems', language, { count: errors.length }), ...errors.map(line)]
}
