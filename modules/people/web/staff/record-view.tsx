import { Button } from 'antd'
import type { OpenedPerson } from '#modules/people/contract.ts'
import { wallTime } from '#ui/day-number.ts'
import { useTexts } from '#ui/language.tsx'
import { Card } from '#ui/page.tsx'
import { texts } from '../texts.ts'
import type { Purpose } from './purpose.ts'
import { RecordBasics } from './record-basics.tsx'
import { RecordPhones } from './record-phones.tsx'
import { Relatives } from './relatives.tsx'
import './record.css'

/** All that the base holds of one person, read top down; numbers masked until each is asked for. */
export function RecordView(props: {
  record: OpenedPerson
  purpose: Purpose
  onOpenPerson: (personId: string) => void
  onOpenCase: (caseId: string) => void
}) {
  const t = useTexts(texts)
  const { record, purpose, onOpenPerson, onOpenCase } = props
  return (
    <article aria-label={record.name} className="record">
      <h2>{record.name}</h2>
      <RecordBasics record={record} purpose={purpose} />
      <RecordPhones record={record} purpose={purpose} />
      <Card title={t.homes}>
        {record.residencies.length === 0 ? <p className="muted">{t.noHomes}</p> : null}
        <ul className="record-list">
          {record.residencies.map((home) => (
            <li key={`${home.kind}-${home.from}-${home.address}`} data-past={home.until !== null}>
              <span>{home.address ?? t.outOfSight}</span>
              <span className="muted">
                {[home.committee, t[home.kind as 'owner'], t.period(home.from, home.until)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Relatives
        title={t.household}
        relatives={record.household.filter((one) => one.personId !== record.id)}
        onOpen={onOpenPerson}
      />
      <Relatives title={t.guardians} relatives={record.guardians} onOpen={onOpenPerson} guardianship />
      <Relatives title={t.wards} relatives={record.wards} onOpen={onOpenPerson} guardianship />
      <Card title={t.liveCases}>
        {record.liveCases.length === 0 ? <p className="muted">{t.noCases}</p> : null}
        <ul className="record-list">
          {record.liveCases.map((one) => (
            <li key={one.caseId}>
              <Button type="link" onClick={() => onOpenCase(one.caseId)}>
                {one.what}
              </Button>
              <span className="num muted">
                {one.number} · {wallTime(one.openedAt)}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </article>
  )
}
