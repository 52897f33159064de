import type { OpenedPerson } from '#modules/people/contract.ts'
import { Chip } from '#ui/chip.tsx'
import { useTexts } from '#ui/language.tsx'
import { Card } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/state-views.tsx'
import { texts } from '../texts.ts'
import type { Purpose } from './purpose.ts'
import { RevealButton, useReveal } from './reveal.tsx'

export function RecordPhones({ record, purpose }: { record: OpenedPerson; purpose: Purpose }) {
  const t = useTexts(texts)
  const reveal = useReveal(record.id, 'phones', purpose)
  const shown = new Map(reveal.data?.phones?.map((phone) => [phone.id, phone.number]))
  const offer = record.phones.length > 0 && !reveal.data
  return (
    <Card title={t.phones} extra={offer ? <RevealButton reveal={reveal} label={t.revealPhones} /> : null}>
      {record.phones.length === 0 ? <p className="muted">{t.noPhones}</p> : null}
      <ul className="record-list">
        {record.phones.map((phone) => (
          <li key={phone.id}>
            <span className="num">{shown.get(phone.id) ?? phone.masked}</span>
            <span className="muted">{t[phone.relation as 'own'] ?? phone.relation}</span>
            {phone.preferred ? <Chip>{t.preferred}</Chip> : null}
            {phone.doNotCall ? <Chip tone="bad">{t.doNotCall}</Chip> : null}
          </li>
        ))}
      </ul>
      <ProblemAlert error={reveal.error} />
    </Card>
  )
}
