import type { TimeColour } from '#ui/tokens.ts'
import type { ApplicationView } from '../application-api.ts'
import type { Translate } from '../texts/texts.ts'

/** Used and promised working days as a bar; the sentence under it says the same. */
export function ClockLine(props: { clock: NonNullable<ApplicationView['clock']>; colour: TimeColour; t: Translate }) {
  const { clock, colour, t } = props
  const share = Math.min(100, Math.round((clock.used / Math.max(1, clock.total)) * 100))
  return (
    <div className="card">
      <svg className="clock" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="ground" x="0" y="0" width="100" height="6" strokeWidth="0.3" />
        <rect className={colour} x="0" y="0" width={share} height="6" />
      </svg>
      <p>
        {t('clockText', { used: clock.used, total: clock.total, date: clock.dueOn })}
        {clock.provisional && t('clockProvisional')} {clock.paused && t('clockPaused')}
      </p>
    </div>
  )
}
