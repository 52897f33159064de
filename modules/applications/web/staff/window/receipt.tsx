import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { CaseAnswer } from '#modules/applications/contract.ts'
import { Chip } from '#ui/chip.tsx'
import { useTexts } from '#ui/language.tsx'
import { Card } from '#ui/page.tsx'
import { texts as uiTexts } from '#ui/texts.ts'
import { texts } from '../../texts.ts'
import type { Prepared } from './prepared.ts'

export function Receipt(props: {
  answer: CaseAnswer
  prepared: Prepared
  onOpenCase: () => void
  onRelated: (itemKey: string) => void
}) {
  const { answer, prepared } = props
  const t = useTexts(texts)
  const ui = useTexts(uiTexts)
  const print = useRef<HTMLButtonElement>(null)
  useEffect(() => print.current?.focus(), [])
  return (
    <>
      <Card title={<span role="status">{`${t.accepted} · ${t.receipt}`}</span>}>
        <dl className="receipt">
          <dt>{t.receiptNumber}</dt>
          <dd className="num receipt-number">{answer.number}</dd>
          <dt>{t.receiptApplicant}</dt>
          <dd>{prepared.name}</dd>
          <dt>{t.receiptDue}</dt>
          <dd className="num">
            {answer.dueOn ?? '—'}{' '}
            {answer.dueProvisional ? <Chip title={ui.provisionalHint}>{ui.provisional}</Chip> : null}
          </dd>
        </dl>
        <p className="muted">{t.receiptHint}</p>
        <div className="accept-bar">
          <Button ref={print} type="primary" size="large" href={`/receipts/${answer.caseId}.pdf`} target="_blank">
            {t.printReceipt}
          </Button>
          <Button onClick={props.onOpenCase}>{t.openCase}</Button>
        </div>
      </Card>
      {prepared.related.length > 0 ? (
        <Card title={t.relatedTitle}>
          <ul className="items-related">
            {prepared.related.map((item) => (
              <li key={item.itemKey}>
                <Button onClick={() => props.onRelated(item.itemKey)}>{item.name}</Button>{' '}
                <span className="muted">{item.reason}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  )
}
