import { Chip } from '#ui/chip.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../texts.ts'
import type { Prepared } from './prepared.ts'

/** Each condition with its answer and the reason for it: the clerk can say why. */
export function EligibilityLines({ prepared }: { prepared: Prepared }) {
  const t = useTexts(texts)
  const word = { met: t.eligibleMet, unmet: t.eligibleUnmet, unknown: t.eligibleUnknown }
  const tone = { met: 'good', unmet: 'bad', unknown: 'wait' } as const
  if (prepared.eligibility.answers.length === 0 && prepared.yuan === null) return null
  return (
    <ul className="eligibility">
      {prepared.eligibility.answers.map((answer) => (
        <li key={answer.ruleId}>
          <Chip tone={tone[answer.outcome]}>{word[answer.outcome]}</Chip> {answer.reason}
        </li>
      ))}
      {prepared.yuan === null ? null : <li className="num">{t.estimated(prepared.yuan)}</li>}
    </ul>
  )
}
