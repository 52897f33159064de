import { AutoComplete, Checkbox, Input, InputNumber, Radio } from 'antd'
import type { OpenedApplication } from '#modules/applications/contract.ts'
import { Field } from '#ui/field.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../texts.ts'
import { type Materials, MaterialsChecklist } from '../window/materials-checklist.tsx'
import type { Verb } from './verbs.ts'

export interface ActionInput {
  words: string
  legalBasis: string
  outcome: 'approved' | 'refused'
  days: number
  foreignNumber: string
  foreignStatus: string
  materials: Materials
  /** What is missing, by material, with why. */
  missing: Record<string, string>
  other: string
}

export function emptyInput(opened: OpenedApplication): ActionInput {
  return {
    words: '',
    legalBasis: '',
    outcome: 'approved',
    days: 10,
    foreignNumber: '',
    foreignStatus: '',
    materials: Object.fromEntries(opened.materials.map((one) => [one.key, one.state])),
    missing: {},
    other: '',
  }
}

const wantsWords: Verb[] = ['decline', 'decideStep', 'extend', 'supervise']

export function isComplete(verb: Verb, input: ActionInput): boolean {
  if (verb === 'recordExternal') return input.foreignStatus.trim() !== ''
  if (verb === 'requestCorrection')
    return input.other.trim() !== '' || Object.values(input.missing).some((why) => why.trim() !== '')
  return !wantsWords.includes(verb) || input.words.trim().length >= 2
}

export function toRequest(verb: Verb, input: ActionInput, opened: OpenedApplication, stepId: string | null): object {
  const { caseId } = opened
  const note = input.words.trim() || undefined
  switch (verb) {
    case 'accept':
      return { caseId, materials: input.materials }
    case 'receiveCorrection':
      return { caseId, materials: input.materials, note }
    case 'decline':
      return { caseId, reason: note, legalBasis: input.legalBasis.trim() || undefined }
    case 'requestCorrection': {
      const missing = Object.entries(input.missing)
        .filter(([, why]) => why.trim() !== '')
        .map(([key, why]) => ({ key, why: why.trim() }))
      return { caseId, missing: input.other.trim() ? [...missing, { key: 'other', why: input.other.trim() }] : missing }
    }
    case 'claimStep':
    case 'releaseStep':
      return { caseId, stepId }
    case 'decideStep':
      return { caseId, stepId, outcome: input.outcome, opinion: note }
    case 'recordExternal':
      return {
        caseId,
        stepId,
        foreignStatus: input.foreignStatus.trim(),
        foreignNumber: input.foreignNumber.trim() || undefined,
      }
    case 'extend':
      return { caseId, days: input.days, reason: note }
    case 'supervise':
      return { caseId, instruction: note }
    case 'withdraw':
      return { caseId, reason: note }
    case 'conclude':
      return { caseId, note }
  }
}

type FieldsProps = {
  verb: Verb
  opened: OpenedApplication
  stepId: string | null
  input: ActionInput
  onChange: (input: ActionInput) => void
}

export function ActionFields({ verb, opened, stepId, input, onChange }: FieldsProps) {
  const t = useTexts(texts)
  const set = (change: Partial<ActionInput>) => onChange({ ...input, ...change })
  if (verb === 'claimStep' || verb === 'releaseStep') return null
  return (
    <>
      {verb === 'accept' || verb === 'receiveCorrection' ? (
        <MaterialsChecklist
          materials={opened.materials}
          states={input.materials}
          onChange={(materials) => set({ materials })}
          onAllReceived={() =>
            set({
              materials: Object.fromEntries(
                Object.entries(input.materials).map(([key, state]) => [
                  key,
                  state === 'verifiedFromBase' ? state : 'received',
                ]),
              ),
            })
          }
        />
      ) : null}
      {verb === 'requestCorrection' ? <MissingFields opened={opened} input={input} set={set} /> : null}
      {verb === 'decideStep' ? (
        <Field id="outcome" label={t.opinion} group>
          <Radio.Group
            aria-labelledby="outcome-label"
            value={input.outcome}
            onChange={(event) => set({ outcome: event.target.value })}
            options={[
              { value: 'approved', label: t.approve },
              { value: 'refused', label: t.refuse },
            ]}
          />
        </Field>
      ) : null}
      {verb === 'recordExternal' ? <ForeignFields opened={opened} stepId={stepId} input={input} set={set} /> : null}
      {verb === 'extend' ? (
        <Field id="days" label={t.days}>
          <InputNumber id="days" min={1} max={60} value={input.days} onChange={(days) => set({ days: days ?? 1 })} />
        </Field>
      ) : null}
      {verb === 'requestCorrection' || verb === 'recordExternal' || verb === 'accept' ? null : (
        <Field id="words" label={wordsLabel(verb, t)} required={wantsWords.includes(verb)}>
          <Input.TextArea
            id="words"
            autoSize={{ minRows: 2 }}
            maxLength={500}
            value={input.words}
            onChange={(event) => set({ words: event.target.value })}
          />
        </Field>
      )}
      {verb === 'decline' ? (
        <Field id="legal-basis" label={t.legalBasis}>
          <Input
            id="legal-basis"
            maxLength={300}
            value={input.legalBasis}
            onChange={(event) => set({ legalBasis: event.target.value })}
          />
        </Field>
      ) : null}
    </>
  )
}

type Set = (change: Partial<ActionInput>) => void

/** 一次告知: every material can be named, each with why; all of it is said at once. */
function MissingFields({ opened, input, set }: { opened: OpenedApplication; input: ActionInput; set: Set }) {
  const t = useTexts(texts)
  const change = (key: string, why: string | null) => {
    const { [key]: _gone, ...rest } = input.missing
    set({ missing: why === null ? rest : { ...rest, [key]: why } })
  }
  return (
    <fieldset className="case-missing-choice">
      <legend>{t.missingWhat}</legend>
      {opened.materials.map((one) => (
        <div key={one.key}>
          <Checkbox
            checked={one.key in input.missing}
            onChange={(event) => change(one.key, event.target.checked ? t.materialLacking(one.name) : null)}
          >
            {one.name}
          </Checkbox>
          {one.key in input.missing ? (
            <Input
              aria-label={`${one.name}：${t.missingWhy}`}
              maxLength={500}
              value={input.missing[one.key]}
              onChange={(event) => change(one.key, event.target.value)}
            />
          ) : null}
        </div>
      ))}
      <Field id="missing-other" label={t.missingOther}>
        <Input
          id="missing-other"
          maxLength={500}
          value={input.other}
          onChange={(event) => set({ other: event.target.value })}
        />
      </Field>
      <p className="muted">{t.chooseMissing}</p>
    </fieldset>
  )
}

/** The bureau's own states are offered by their first letters: two keys and Enter are enough. */
function ForeignFields({
  opened,
  stepId,
  input,
  set,
}: {
  opened: OpenedApplication
  stepId: string | null
  input: ActionInput
  set: Set
}) {
  const t = useTexts(texts)
  const step = opened.steps.find((one) => one.id === stepId)
  return (
    <>
      {step?.stale ? <p className="case-stale">{t.staleHint}</p> : null}
      <Field id="foreign-status" label={t.foreignStatus} required hint={step?.system}>
        <AutoComplete
          id="foreign-status"
          value={input.foreignStatus}
          options={(step?.knownStatuses ?? []).map((value) => ({ value }))}
          onChange={(foreignStatus) => set({ foreignStatus })}
          defaultActiveFirstOption
          filterOption={(typed, option) => String(option?.value ?? '').includes(typed)}
          style={{ width: '100%' }}
        />
      </Field>
      <Field id="foreign-number" label={t.foreignNumber}>
        <Input
          id="foreign-number"
          maxLength={80}
          value={input.foreignNumber}
          onChange={(event) => set({ foreignNumber: event.target.value })}
        />
      </Field>
    </>
  )
}

function wordsLabel(verb: Verb, t: { reason: string; opinion: string; instruction: string; note: string }): string {
  if (verb === 'decideStep') return t.opinion
  if (verb === 'supervise') return t.instruction
  return verb === 'decline' || verb === 'extend' || verb === 'withdraw' ? t.reason : t.note
}
