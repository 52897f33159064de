import { Button } from 'antd'
import { useContext } from 'react'
import type { OpenedApplication } from '#modules/applications/contract.ts'
import { Chip } from '#ui/chip.tsx'
import { answerWords, readFields, say } from '#ui/form-fields.ts'
import { LanguageContext, useTexts } from '#ui/language.tsx'
import { Card } from '#ui/page.tsx'
import { texts } from '../../texts.ts'

/** What was filed: who, which answers, which materials, and what is still awaited. */
export function CaseFacts({
  opened,
  onOpenPerson,
}: {
  opened: OpenedApplication
  onOpenPerson?: (personId: string) => void
}) {
  const t = useTexts(texts)
  const language = useContext(LanguageContext)
  const fields = readFields(opened.form).filter((field) => opened.answers[field.key] !== undefined)
  const { applicant, correction } = opened
  return (
    <>
      {correction ? (
        <Card title={t.missingNow}>
          <ul className="case-missing">
            {correction.missing.map((one) => (
              <li key={one.key}>{one.why}</li>
            ))}
          </ul>
          {correction.note ? <p className="muted">{correction.note}</p> : null}
        </Card>
      ) : null}
      <Card title={t.answers}>
        <dl className="case-facts">
          <dt>{t.receiptApplicant}</dt>
          <dd>
            {applicant.name}
            {applicant.personId && onOpenPerson && opened.closedAt === null ? (
              <Button size="small" type="link" onClick={() => onOpenPerson(applicant.personId!)}>
                {t.openRecord}
              </Button>
            ) : null}
          </dd>
          {applicant.idNumberMasked ? (
            <>
              <dt>{t.idNumber}</dt>
              <dd className="num">{applicant.idNumberMasked}</dd>
            </>
          ) : null}
          {applicant.agentName ? (
            <>
              <dt>{t.agent}</dt>
              <dd>{applicant.agentName}</dd>
            </>
          ) : null}
          {fields.map((field) => (
            <div key={field.key} className="case-fact">
              <dt>{say(field.label, language)}</dt>
              <dd>{answerWords(field, opened.answers[field.key], language)}</dd>
            </div>
          ))}
        </dl>
        <ul className="case-materials" aria-label={t.materials}>
          {opened.materials.map((one) => (
            <li key={one.key}>
              {one.name}{' '}
              <Chip
                tone={
                  one.state === 'missing' ? (one.needed ? 'bad' : 'plain') : one.state === 'follows' ? 'wait' : 'good'
                }
              >
                {
                  {
                    received: t.materialReceived,
                    verifiedFromBase: t.materialFromBase,
                    follows: t.materialFollows,
                    missing: t.materialMissing,
                  }[one.state]
                }
              </Chip>
            </li>
          ))}
        </ul>
        {opened.stars === null ? null : <p>{t.rated(opened.stars)}</p>}
      </Card>
    </>
  )
}
