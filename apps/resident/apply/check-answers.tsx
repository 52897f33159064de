import { maskIdNumber } from '#kernel/registry/door.ts'
import type { ApplyStart, Draft, FormField } from '../application-api.ts'
import type { FieldError } from '../page.ts'
import { TickField } from '../parts/fields.tsx'
import type { TextKey, Translate } from '../texts/texts.ts'
import { type StepName, stepsOf } from './steps.ts'

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
export function CheckAnswers(props: {
  start: ApplyStart
  draft: Draft
  here: string
  errors: FieldError[]
  t: Translate
}) {
  const { start, draft, here, errors, t } = props
  return (
    <>
      <h1>{t('applyCheck')}</h1>
      {groupsOf(start, draft, t).map(({ step, lines }) => (
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

function groupsOf(start: ApplyStart, draft: Draft, t: Translate): Group[] {
  const groups: Group[] = []
  for (const step of stepsOf(start, draft)) {
    const lines = linesOf(step, start, draft, t)
    if (lines.length > 0) groups.push({ step, lines })
  }
  return groups
}

function linesOf(step: StepName, start: ApplyStart, draft: Draft, t: Translate): Line[] {
  if (step === 'check') return []
  if (step === 'who') return [{ label: t('applyAs'), value: draft.as ? t(kinds[draft.as] as TextKey) : '' }]
  if (step === 'identity') return identityLines(start, draft, t)
  const page = start.pages[Number(step.slice('form-'.length))]
  return (page?.fields ?? []).map((field) => ({
    label: field.label,
    value: answerText(field, draft.answers[field.key], t),
  }))
}

function identityLines(start: ApplyStart, draft: Draft, t: Translate): Line[] {
  const lines: Line[] = []
  const ward = start.wards.find(({ id }) => id === draft.wardId)
  const organisation = start.organisations.find(({ id }) => id === draft.organisationId)
  if (organisation) lines.push({ label: t('applyOrganisation'), value: organisation.name })
  if (ward) lines.push({ label: t('applyWard'), value: ward.name })
  if (draft.principal) {
    lines.push({ label: t('applyApplicant'), value: personText(draft.principal) })
    lines.push({ label: t('fieldRelation'), value: draft.principal.relation })
  }
  lines.push({
    label: t(draft.as && draft.as !== 'self' ? 'applyAgent' : 'applySelf'),
    value: start.self?.name ?? personText(draft.own),
  })
  return lines
}

function personText(person: { name: string; idNumber: string } | undefined): string {
  return person ? `${person.name}（${maskIdNumber(person.idNumber)}）` : ''
}

function answerText(field: FormField, value: string | undefined, t: Translate): string {
  if (!value) return ''
  if (field.kind === 'yesNo') return t(value === 'yes' ? 'yes' : 'no')
  return field.choices?.find((choice) => choice.value === value)?.label ?? value
}
