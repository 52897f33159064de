import type { ClockView } from '#modules/applications/contract.ts'
import { ClockBar } from '#ui/clock-bar.tsx'
import { useTexts } from '#ui/language.tsx'
import { useToday } from '#ui/today.ts'
import { texts } from '../../texts.ts'
import { clockWords } from '../clock-words.ts'

const order = ['promisedLimit', 'statutoryLimit', 'stepLimit'] as const

/** Always in sight: the bar stays at the top while the case scrolls beneath it. */
export function CaseClocks({ clocks }: { clocks: ClockView[] }) {
  const t = useTexts(texts)
  const today = useToday()
  if (clocks.length === 0) return null
  const sorted = clocks.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return (
    <section className="case-clocks" aria-label={t.clocks}>
      {sorted.map((clock, index) => (
        <div key={`${clock.kind} ${clock.dueOn} ${clock.startedOn}`}>
          <p className="case-clock-name">
            {t[clock.kind]} <span className="muted">{t.limitDays(clock.limitDays)}</span>
            {clock.extendedDays > 0 ? <span className="muted"> {t.extended(clock.extendedDays)}</span> : null}
          </p>
          <ClockBar
            {...clock}
            pauses={clock.pauses.map((pause) => ({ ...pause, reason: t.pauseReason }))}
            endedOn={clock.stoppedOn}
            today={today}
            words={clockWords(clock, t)}
            compact={index > 0}
          />
        </div>
      ))}
    </section>
  )
}
