import type { OpenedApplication } from '#modules/applications/contract.ts'
import { Chip } from '#ui/chip.tsx'
import { wallTime } from '#ui/day-number.ts'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../texts.ts'

/** What is known of the steps that happen in a bureau's own system, and since when: matters disappear there. */
export function CaseForeign({ steps }: { steps: OpenedApplication['steps'] }) {
  const t = useTexts(texts)
  const begun = steps.filter((step) => step.kind === 'external' && step.id !== null)
  return begun.map((step) => (
    <dl key={step.id} className="case-foreign">
      <dt>{t.foreign}</dt>
      <dd>
        {step.name} · {step.system}
      </dd>
      <dt>{t.foreignNumber}</dt>
      <dd className="num">{step.foreignNumber ?? t.noneYet}</dd>
      <dt>{t.foreignStatus}</dt>
      <dd>
        {step.foreignStatus ?? t.noneYet} {step.stale ? <Chip tone="wait">{t.stepStale}</Chip> : null}
      </dd>
      <dt>{t.learntAt}</dt>
      <dd className="num">{step.learntAt ? wallTime(step.learntAt) : t.noneYet}</dd>
    </dl>
  ))
}
