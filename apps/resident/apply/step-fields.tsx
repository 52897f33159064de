import type { FormError } from '#kernel/forms/door.ts'
import { RenderForm } from '#kernel/forms/web/render-form.tsx'
import { maskIdNumber } from '#kernel/registry/door.ts'
import type { Language } from '#platform/contract.ts'
import type { ApplyStart, Draft, Identity } from '../application-api.ts'
import type { FieldError } from '../page.ts'
import { PickField, TextField } from '../parts/fields.tsx'
import type { TextKey, Translate } from '../texts/texts.ts'
import { formOf, formPage, knownFor } from './form-pages.ts'

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
      {!forOther && start.persons.length > 1 && (
        <PickField
          id="person"
          label={t('applyWard')}
          choices={start.persons.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.personId}
          errors={errors}
        />
      )}
      {draft.as === 'organisation' && (
        <TextField
          id="organisation"
          label={t('fieldUscc')}
          help={draft.organisation ? draft.organisation.name : t('fieldUsccHelp')}
          autoComplete="off"
          maxLength={30}
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
      {start.self && !(start.persons.length > 1 && !forOther) && (
        <p className="card" lang="zh-CN">
          {start.self.name}
        </p>
      )}
      {!start.self && (
        <>
          <p className="quiet">{t('applyCheckedAtWindow')}</p>
          {start.choices.length === 1 && <p className="quiet">{t('applyOtherNeedsBinding')}</p>}
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

interface FormProps {
  start: ApplyStart
  draft: Draft
  at: number
  errors: FormError[]
  language: Language
  today: string
}

/** One page of the item's own form, drawn by the renderer that all forms share. */
export function FormPageFields({ start, draft, at, errors, language, today }: FormProps) {
  const known = knownFor(start, draft)
  const answers = { ...known?.answers, ...draft.answers }
  return (
    <RenderForm
      definition={formPage(start.form, at)}
      language={language}
      answers={answers}
      errors={errors}
      provenance={known?.provenance}
      visibility={formOf(start.form).visibility(answers, today)}
    />
  )
}
