import type { OpenedPerson } from '#modules/people/contract.ts'
import { useTexts } from '#ui/language.tsx'
import { Card } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/state-views.tsx'
import { texts } from '../texts.ts'
import type { Purpose } from './purpose.ts'
import { RevealButton, useReveal } from './reveal.tsx'

export function RecordBasics({ record, purpose }: { record: OpenedPerson; purpose: Purpose }) {
  const t = useTexts(texts)
  const reveal = useReveal(record.id, 'idNumber', purpose)
  const idKind = record.idKind === 'other' ? t.otherId : record.idKind ? t[record.idKind as 'residentId'] : null
  return (
    <Card title={t.basics}>
      <dl className="record-facts">
        <dt>{t.sex}</dt>
        <dd>{t[record.sex]}</dd>
        <dt>{t.birth}</dt>
        <dd className="num">
          {record.birthOn ?? t.unknown}
          {record.age === null ? null : ` · ${t.age(record.age)}`}
        </dd>
        {record.diedOn ? (
          <>
            <dt>{t.died}</dt>
            <dd className="num">{record.diedOn}</dd>
          </>
        ) : null}
        <dt>{idKind ?? t.residentId}</dt>
        <dd>
          <span className="num">{reveal.data?.idNumber ?? record.idNumberMasked ?? t.noIdNumber}</span>
          {record.idNumberMasked && !reveal.data ? <RevealButton reveal={reveal} label={t.revealIdNumber} /> : null}
        </dd>
        <dt>{t.pinyin}</dt>
        <dd>{record.pinyin}</dd>
        {record.registeredDivision ? (
          <>
            <dt>{t.registered}</dt>
            <dd className="num">{record.registeredDivision}</dd>
          </>
        ) : null}
      </dl>
      <ProblemAlert error={reveal.error} />
    </Card>
  )
}
