import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CaseAnswer } from '#modules/applications/contract.ts'
import { useAct, useRead } from '#ui/api.tsx'
import { Chip } from '#ui/chip.tsx'
import { type Answers, firstMissing, isAsked, isBlank, readFields, say } from '#ui/form-fields.ts'
import { FormView } from '#ui/form-view.tsx'
import { KeyCap } from '#ui/key-cap.tsx'
import { useKeys } from '#ui/keys.ts'
import { useTexts } from '#ui/language.tsx'
import { Card } from '#ui/page.tsx'
import { ProblemAlert, Read } from '#ui/state-views.tsx'
import { texts } from '../../texts.ts'
import { type ApplicantChoice, ApplicantPicker, applicantOf } from './applicant-picker.tsx'
import { EligibilityLines } from './eligibility-lines.tsx'
import type { Chosen } from './found-person.ts'
import { type Materials, MaterialsChecklist } from './materials-checklist.tsx'
import { OneNotice } from './one-notice.tsx'
import type { Prepared } from './prepared.ts'

type AcceptanceProps = {
  chosen: Chosen
  itemKey: string
  onChangeItem: () => void
  onOpenCase: (caseId: string) => void
  onAccepted: (answer: CaseAnswer, prepared: Prepared) => void
}

export function Acceptance(props: AcceptanceProps) {
  const { chosen, itemKey } = props
  const who = chosen.by === 'person' ? { personId: chosen.person.id } : { idNumber: chosen.idNumber }
  // Asked once a visit: for somebody from elsewhere each asking is counted and audited.
  const prepared = useRead<Prepared>(
    'applications.prepare',
    { itemKey, ...who },
    { personal: true, staleMs: Number.POSITIVE_INFINITY },
  )
  return <Read of={prepared}>{(data) => <AcceptancePage {...props} prepared={data} />}</Read>
}

function AcceptancePage({ prepared, onChangeItem, onOpenCase, onAccepted }: AcceptanceProps & { prepared: Prepared }) {
  const t = useTexts(texts)
  const page = useRef<HTMLDivElement>(null)
  // What the base holds behind its mask is not asked again.
  const fields = readFields(prepared.form).map((field) => ({
    ...field,
    required: field.required && !prepared.provenance[field.key]?.masked,
  }))
  const [answers, setAnswers] = useState<Answers>(prepared.answers)
  const [materials, setMaterials] = useState<Materials>(() =>
    Object.fromEntries(prepared.materials.map((one) => [one.key, one.state])),
  )
  const [applicant, setApplicant] = useState<ApplicantChoice>({ kind: 'self' })
  const accept = useAct<object, CaseAnswer>('applications.acceptAtWindow', {
    onDone: (answer) => onAccepted(answer, prepared),
  })

  const lacking = [
    ...prepared.materials
      .filter((one) => one.needed && materials[one.key] === 'missing')
      .map((one) => t.materialLacking(one.name)),
    ...fields
      .filter((field) => field.required && isAsked(field, answers) && isBlank(answers[field.key]))
      .map((field) => t.fieldMissing(say(field.label, 'zh-CN'))),
  ]
  const who = applicantOf(applicant, prepared.personId)
  const ready = lacking.length === 0 && who !== null
  const send = () => {
    if (ready) accept.send({ itemKey: prepared.itemKey, applicant: who, answers, materials })
    else focusFirstMissing()
  }
  const focusFirstMissing = () => {
    const key = firstMissing(fields, answers)?.key
    const at = key ? `[data-field="${key}"]` : '[data-materials]'
    page.current?.querySelector<HTMLElement>(`${at} input, ${at} textarea, ${at} button`)?.focus()
  }
  const allReceived = () =>
    setMaterials((now) =>
      Object.fromEntries(Object.entries(now).map(([key, state]) => [key, state === 'missing' ? 'received' : state])),
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is ready
  useEffect(focusFirstMissing, [])
  useKeys([
    { keys: 'Ctrl+Enter', label: t.keyAccept, run: send },
    { keys: 'Alt+m', label: t.keyAllReceived, run: allReceived },
  ])

  return (
    <div ref={page}>
      {prepared.openCase ? (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={t.openCaseExists(prepared.openCase.number)}
          action={<Button onClick={() => onOpenCase(prepared.openCase!.caseId)}>{t.openCaseLink}</Button>}
        />
      ) : null}
      {prepared.found ? null : <Alert className="gap-below" type="info" showIcon title={t.cityWideNone} />}
      <Card
        title={t.form}
        extra={
          <Button type="link" onClick={onChangeItem}>
            {t.changeItem}
          </Button>
        }
      >
        <EligibilityLines prepared={prepared} />
        <ApplicantPicker value={applicant} onChange={setApplicant} />
        <FormView
          fields={fields}
          answers={answers}
          onChange={setAnswers}
          chips={(key) => <SourceChip prepared={prepared} answers={answers} of={key} />}
        />
      </Card>
      <Card title={t.materials}>
        <MaterialsChecklist
          materials={prepared.materials}
          states={materials}
          onChange={setMaterials}
          onAllReceived={allReceived}
        />
      </Card>
      <OneNotice lacking={lacking} />
      <ProblemAlert error={accept.error} />
      <div className="accept-bar">
        <Button type="primary" size="large" onClick={send} disabled={!ready} loading={accept.isPending}>
          {t.acceptNow}
        </Button>
        <KeyCap>Ctrl+Enter</KeyCap>
        <span className="muted" role="status">
          {lacking[0] ?? null}
        </span>
      </div>
    </div>
  )
}

/** Where a value came from; what was typed over says so. */
function SourceChip({ prepared, answers, of }: { prepared: Prepared; answers: Answers; of: string }) {
  const t = useTexts(texts)
  const origin = prepared.provenance[of]
  if (origin?.masked && isBlank(answers[of])) {
    return (
      <Chip tone="primary" title={t.source(origin.source, origin.asOf)}>
        {origin.masked} · {t.source(origin.source, origin.asOf)}
      </Chip>
    )
  }
  if (origin && answers[of] === prepared.answers[of]) {
    return (
      <Chip tone="primary" title={t.source(origin.source, origin.asOf)}>
        {t.source(origin.source, origin.asOf)}
      </Chip>
    )
  }
  return isBlank(answers[of]) ? null : <Chip>{t.sourceTyped}</Chip>
}
