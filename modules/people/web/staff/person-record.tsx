import { useEffect, useState } from 'react'
import type { OpenedPerson } from '#modules/people/contract.ts'
import { useAct } from '#ui/api.tsx'
import { useTexts } from '#ui/language.tsx'
import type { ProblemError } from '#ui/problem.ts'
import { LoadingState } from '#ui/state-views.tsx'
import { texts } from '../texts.ts'
import type { Purpose } from './purpose.ts'
import { PurposeForm } from './purpose-form.tsx'
import { RecordView } from './record-view.tsx'

/** First the purpose, then the record; a minor's without a case in hand is asked for and opened another time. */
export function PersonRecord(props: {
  personId: string
  caseId?: string
  onOpenPerson: (personId: string) => void
  onOpenCase: (caseId: string) => void
}) {
  const t = useTexts(texts)
  const { personId, caseId } = props
  const [purpose, setPurpose] = useState<Purpose>(caseId ? { caseId } : {})
  const open = useAct<{ personId: string; purpose: Purpose }, OpenedPerson>('people.open', { refresh: [] })
  const ask = useAct<{ personId: string; reason: string }, unknown>('people.requestMinorFile')
  const openFor = (stated: Purpose) => {
    setPurpose(stated)
    open.send({ personId, purpose: stated })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the case at hand opens the record once
  useEffect(() => {
    if (caseId) openFor({ caseId })
  }, [])

  if (open.data) return <RecordView record={open.data} purpose={purpose} {...props} />
  if (ask.isSuccess) return <p role="status">{t.minorAsked}</p>
  if (needsApproval(open.error)) {
    return (
      <PurposeForm
        title={t.minorAsk}
        action={t.minorAsk}
        notice={t.minorNotice}
        initial={purpose.reason}
        busy={ask.isPending}
        error={ask.error}
        onSubmit={(reason) => ask.send({ personId, reason })}
      />
    )
  }
  if (caseId && !open.error) return <LoadingState />
  return (
    <PurposeForm
      title={t.purposeTitle}
      action={t.open}
      busy={open.isPending}
      error={open.error}
      onSubmit={(reason) => openFor({ reason })}
    />
  )
}

const needsApproval = (error: ProblemError | null) => error?.extra.reason === 'people.minor-needs-approval'
