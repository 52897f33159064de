import { Button, Input, Radio } from 'antd'
import type { Applicant } from '#modules/applications/contract.ts'
import { Field } from '#ui/field.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../texts.ts'
import type { FoundPerson } from './found-person.ts'
import { PersonLine, PersonSearch } from './person-search.tsx'

export type ApplicantChoice = { kind: 'self' | 'guardian' | 'agent'; agent?: FoundPerson; authorisation?: string }

/** Null while it is not known who acts. */
export function applicantOf(choice: ApplicantChoice, personId: string | null): Applicant | null {
  if (!personId) return null
  if (choice.kind === 'self') return { kind: 'self', personId }
  if (!choice.agent) return null
  if (choice.kind === 'guardian') return { kind: 'guardian', personId, agentPersonId: choice.agent.id }
  return { kind: 'agent', personId, agentPersonId: choice.agent.id, authorisation: choice.authorisation ?? '' }
}

export function ApplicantPicker({
  value,
  onChange,
}: {
  value: ApplicantChoice
  onChange: (value: ApplicantChoice) => void
}) {
  const t = useTexts(texts)
  const agent = value.kind === 'self' ? null : value.agent
  return (
    <>
      <Field id="applicant-kind" label={t.applicantKind} group>
        <Radio.Group
          aria-labelledby="applicant-kind-label"
          name="applicant-kind"
          value={value.kind}
          onChange={(event) => onChange({ ...value, kind: event.target.value })}
          options={[
            { value: 'self', label: t.applicantSelf },
            { value: 'guardian', label: t.applicantGuardian },
            { value: 'agent', label: t.applicantAgent },
          ]}
        />
      </Field>
      {value.kind !== 'self' && !agent ? (
        <PersonSearch
          label={t.agentFind}
          cityWide={false}
          onChoose={(chosen) => {
            if (chosen.by === 'person') onChange({ ...value, agent: chosen.person })
          }}
        />
      ) : null}
      {agent ? (
        <div className="gap-below">
          {t.agentChosen}：<PersonLine person={agent} />
          <Button type="link" onClick={() => onChange({ ...value, agent: undefined })}>
            {t.changePerson}
          </Button>
        </div>
      ) : null}
      {value.kind === 'agent' && agent ? (
        <Field id="authorisation" label={t.authorisation}>
          <Input
            id="authorisation"
            maxLength={200}
            value={value.authorisation ?? ''}
            onChange={(event) => onChange({ ...value, authorisation: event.target.value })}
          />
        </Field>
      ) : null}
    </>
  )
}
