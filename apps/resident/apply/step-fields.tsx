import { maskIdNumber } from '#kernel/registry/door.ts'
import type { ApplyStart, Draft, FormField, FormPage, Identity } from '../application-api.ts'
import type { FieldError } from '../page.ts'
import { PickField, TextField } from '../parts/fields.tsx'
import type { TextKey, Translate } from '../texts/texts.ts'

interface Props {
  start: ApplyStart
  draft: Draft
  errors: FieldError[]
  t: Translate
}

const whoTexts: Record<ApplyStart['choices'][number], TextKey> = {
  self: 'applyWhoSelf',
  guardian: 'applyWhoGuardian',
  agent: 'applyWhoAgent',
  organisation: 'applyWhoOrganisation',
}

export function WhoFields({ start, draft, errors, t }: Props) {
  const choices = start.choices.map((value) => ({ value, label: t(whoTexts[value]) }))
  return <PickField id="as" label={t('applyWho')} choices={choices} value={draft.as} errors={errors} heading />
}

export function IdentityFields({ start, draft, errors, t }: Props) {
  const forOther = draft.as !== undefined && draft.as !== 'self'
  return (
    <>
      <h1>{t(forOther ? 'applyApplicant' : 'applySelf')}</h1>
      {draft.as === 'organisation' && (
        <PickField
          id="organisation"
          label={t('applyOrganisation')}
          choices={start.organisations.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.organisationId}
          errors={errors}
        />
      )}
      {draft.as === 'guardian' && start.wards.length > 0 && (
        <PickField
          id="ward"
          label={t('applyWard')}
          choices={[
            ...start.wards.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'other', label: t('applyWardOther') },
          ]}
          value={draft.wardId}
          errors={errors}
        />
      )}
      {(draft.as === 'agent' || draft.as === 'guardian') && (
        <>
          <PersonFields who="principal" kept={draft.principal} errors={errors} t={t} />
          <TextField
            id="relation"
            label={t('fieldRelation')}
            help={t('fieldRelationHelp')}
            value={draft.principal?.relation}
            maxLength={200}
            errors={errors}
          />
        </>
      )}
      {forOther && <h2>{t('applyAgent')}</h2>}
      {forOther && <p>{t('applyAgentHelp')}</p>}
      {start.self ? (
        <p className="card" lang="zh-CN">
          {start.self.name}
        </p>
      ) : (
        <>
          <p className="quiet">{t('applyCheckedAtWindow')}</p>
          <PersonFields who="own" kept={draft.own} errors={errors} t={t} />
        </>
      )}
    </>
  )
}

function PersonFields(props: { who: string; kept: Identity | undefined; errors: FieldError[]; t: Translate }) {
  const { who, kept, errors, t } = props
  const masked = kept?.idNumber ? maskIdNumber(kept.idNumber) : undefined
  return (
    <>
      <TextField
        id={`${who}Name`}
        label={t('fieldName')}
        help={t('fieldNameHelp')}
        value={kept?.name}
        autoComplete={who === 'own' ? 'name' : 'off'}
        maxLength={50}
        errors={errors}
      />
      <TextField
        id={`${who}IdNumber`}
        label={t('fieldIdNumber')}
        help={masked ? t('fieldIdNumberKept', { masked }) : t('fieldIdNumberHelp')}
        autoComplete="off"
        maxLength={30}
        errors={errors}
      />
    </>
  )
}

export function FormPageFields({ page, draft, errors, t }: { page: FormPage } & Omit<Props, 'start'>) {
  const only = page.fields.length === 1
  return (
    <>
      {!only && <h1 lang="zh-CN">{page.title}</h1>}
      {page.fields.map((field) => (
        <div key={field.key} lang="zh-CN">
          <Answer field={field} value={draft.answers[field.key]} errors={errors} heading={only} t={t} />
        </div>
      ))}
    </>
  )
}

function Answer(props: { field: FormField; value?: string; errors: FieldError[]; heading: boolean; t: Translate }) {
  const { field, errors, heading, t } = props
  const value = props.value ?? field.prefilled?.value
  const label = field.label + (field.required ? '' : t('optional'))
  const source = field.prefilled && t('prefilledFrom', { source: field.prefilled.source })
  const common = { id: field.key, help: [field.help, source].filter(Boolean).join(' ') || undefined, errors, value }
  if (field.kind === 'choice')
    return <PickField {...common} label={label} choices={field.choices ?? []} heading={heading} />
  if (field.kind === 'yesNo') {
    const choices = [
      { value: 'yes', label: t('yes') },
      { value: 'no', label: t('no') },
    ]
    return <PickField {...common} label={label} choices={choices} heading={heading} />
  }
  return (
    <TextField
      {...common}
      label={heading ? <h1 className="legend">{label}</h1> : label}
      type={field.kind === 'date' ? 'date' : 'text'}
      inputMode={field.kind === 'number' ? 'numeric' : undefined}
      lines={field.kind === 'longText'}
      maxLength={field.maxLength}
      short={field.kind === 'date' || field.kind === 'number'}
    />
  )
}
