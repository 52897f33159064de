import { maskIdNumber } from '#kernel/registry/door.ts'
import type { Language } from '#platform/contract.ts'
import { textIn } from '#platform/text.ts'
import type { ApplyStart, Draft } from '../application-api.ts'
import type { FieldError } from '../page.ts'
import { TickField } from '../parts/fields.tsx'
import type { Translate } from '../texts/texts.ts'
import { answerText } from './answer-text.ts'
import { formOf, formPage, knownFor } from './form-pages.ts'
import { type StepName, stepsOf } from './steps.ts'

interface Props {
  start: ApplyStart
  draft: Draft
  here: string
  errors: FieldError[]
  language: Language
  today: string
  t: Translate
}

interface Line {
  label: string
  value: string
}

interface Group {
  step: StepName
  lines: Line[]
}

const kinds = {
  self: 'applicantSelf',
  guardian: 'applicantGuardian',
  agent: 'applicantAgent',
  organisation: 'applicantOrganisation',
} as const

/** Everything once more before it is sent, each group with its way back. ID numbers stay masked. */
export function CheckAnswers(props: Props) {
  const { here, errors, t } = props
  return (
    <>
      <h1>{t('applyCheck')}</h1>
      {groupsOf(props).map(({ step, lines }) => (
        <div className="card" key={step}>
          <dl className="facts" lang="zh-CN">
            {lines.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value || t('applyNotFilled')}</dd>
              </div>
            ))}
          </dl>
          <a href={`${here}?step=${step}`}>
            {t('applyChange')}
            <span className="hidden">：{lines.map(({ label }) => label).join('、')}</span>
          </a>
        </div>
      ))}
      <TickField id="declare" label={t('applyDeclare')} errors={errors} />
      <p className="quiet">{t('applySubmitOnce')}</p>
    </>
  )
}

function groupsOf(props: Props): Group[] {
  const groups: Group[] = []
  for (const step of stepsOf(props.start, props.draft, props.today)) {
    const lines = linesOf(step, props)
    if (lines.length > 0) groups.push({ step, lines })
  }
  return groups
}

function linesOf(step: StepName, { start, draft, language, today, t }: Props): Line[] {
  if (step === 'check') return []
  if (step === 'who') return [{ label: t('applyAs'), value: draft.as ? t(kinds[draft.as]) : '' }]
  if (step === 'identity') return identityLines(start, draft, t)
  const held = (key: string) => knownFor(start, draft)?.provenance[key]?.masked ?? ''
  const visible = formOf(start.form).visibility(draft.answers, today)
  return formPage(start.form, Number(step.slice('form-'.length)))
    .fields.filter(({ key }) => visible.get(key) !== 'hidden')
    .map((field) => ({
      label: textIn(field.label, language),
      value: answerText(field, draft.answers[field.key], language) || held(field.key),
    }))
}

function identityLines(start: ApplyStart, draft: Draft, t: Translate): Line[] {
  const lines: Line[] = []
  const person = start.persons.find(({ id }) => id === draft.personId)
  const ward = start.wards.find(({ id }) => id === draft.wardId)
  const { organisation } = draft
  if (organisation) lines.push({ label: t('applyOrganisation'), value: organisation.name })
  if (ward) lines.push({ label: t('applyWard'), value: ward.name })
  if (draft.principal) {
    lines.push({ label: t('applyApplicant'), value: personText(draft.principal) })
    lines.push({ label: t('fieldRelation'), value: draft.principal.relation })
  }
  lines.push({
    label: t(draft.as && draft.as !== 'self' ? 'applyAgent' : 'applySelf'),
    value: person?.name ?? start.self?.name ?? personText(draft.own),
  })
  return lines
}

function personText(person: { name: string; idNumber: string } | undefined): string {
  return person ? `${person.name}（${maskIdNumber(person.idNumber)}）` : ''
}
