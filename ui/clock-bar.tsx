import { useId } from 'react'
import { type ClockSpan, clockShares } from './clock-geometry.ts'
import './clock-bar.css'
import { useTexts } from './language.tsx'
import { texts } from './texts.ts'
import { type TimeColour, timeColour } from './tokens.ts'

export type ClockBarProps = ClockSpan & {
  colour: TimeColour
  provisional?: boolean
  /** Said beside the bar in words, as "剩 3 个工作日"; colour alone never carries it. */
  words?: string
  compact?: boolean
}

export function ClockBar(props: ClockBarProps) {
  const t = useTexts(texts)
  const hatch = useId()
  const { colour, compact, startedOn, dueOn, provisional } = props
  const shares = clockShares(props)
  const words =
    props.words ?? { grey: t.colourGrey, green: t.colourGreen, yellow: t.colourYellow, red: t.colourRed }[colour]
  const height = compact ? 8 : 16
  const x = (share: number) => share * 1000
  const name = t.clockName(startedOn, dueOn, words) + (provisional ? `，${t.provisional}` : '')
  return (
    <div className={compact ? 'clock clock-compact' : 'clock'}>
      <svg
        className="clock-svg"
        viewBox={`0 0 1000 ${height}`}
        preserveAspectRatio="none"
        height={height}
        role="img"
        aria-label={name}
      >
        <defs>
          <pattern id={hatch} width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="14" height="14" fill={timeColour.grey.quiet} />
            <rect width="6" height="14" fill={timeColour.grey.bar} />
          </pattern>
        </defs>
        <rect width="1000" height={height} rx={height / 2} fill={timeColour.grey.quiet} />
        <rect width={x(shares.now)} height={height} rx={height / 2} fill={timeColour[colour].bar} />
        {shares.pauses.map(({ from, to, pause }) => (
          <rect
            key={pause.from}
            x={x(from)}
            width={Math.max(x(to) - x(from), 6)}
            height={height}
            fill={`url(#${hatch})`}
          >
            <title>{t.pausedFrom(pause.from, pause.to, pause.reason ?? '')}</title>
          </rect>
        ))}
        <rect x={Math.min(x(shares.due), 994)} width="6" height={height} fill={timeColour[colour].text} />
      </svg>
      {compact ? (
        <span className="clock-words" data-colour={colour}>
          {words}
        </span>
      ) : (
        <div className="clock-legend">
          <span>
            {t.start} <time dateTime={startedOn}>{startedOn}</time>
          </span>
          <strong data-colour={colour}>{words}</strong>
          <span>
            {t.due} <time dateTime={dueOn}>{dueOn}</time>
            {provisional ? (
              <abbr className="clock-provisional" title={t.provisionalHint}>
                {t.provisional}
              </abbr>
            ) : null}
          </span>
        </div>
      )}
      {!compact && props.pauses.length > 0 ? (
        <ul className="clock-pauses">
          {props.pauses.map((pause) => (
            <li key={pause.from}>{t.pausedFrom(pause.from, pause.to, pause.reason ?? '')}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
