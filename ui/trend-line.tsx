import './chart.css'
import { useNarrow } from './media.ts'

export type TrendSeries = { key: string; label: string; values: number[]; tone: 'primary' | 'accent' }

const wide = { width: 640, height: 190, left: 40, right: 84, top: 12, bottom: 26 }
/** Drawn at a phone's own width, so that its letters keep their size. */
const phone = { ...wide, width: 330, left: 30, right: 66 }

function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  return [1, 2, 4, 5, 10].map((n) => n * power).find((n) => n >= value) ?? value
}

/** Few lines, named at their ends instead of in a legend. */
export function TrendLine({ labels, series, name }: { labels: string[]; series: TrendSeries[]; name: string }) {
  const box = useNarrow() ? phone : wide
  const top = niceCeiling(Math.max(...series.flatMap((one) => one.values), 1))
  const x = (index: number) =>
    box.left + (labels.length < 2 ? 0 : (index / (labels.length - 1)) * (box.width - box.left - box.right))
  const y = (value: number) => box.top + (1 - value / top) * (box.height - box.top - box.bottom)
  const every = Math.ceil(labels.length / (box === phone ? 4 : 7))
  const ends = series.map((one) => y(one.values.at(-1) ?? 0))
  return (
    <svg className="trend" viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={name}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line
            className="trend-grid"
            x1={box.left}
            x2={box.width - box.right}
            y1={y(top * share)}
            y2={y(top * share)}
          />
          <text className="trend-text" x={box.left - 6} y={y(top * share) + 4} textAnchor="end">
            {top * share}
          </text>
        </g>
      ))}
      {labels.map((label, index) =>
        (labels.length - 1 - index) % every === 0 ? (
          <text key={label} className="trend-text" x={x(index)} y={box.height - 6} textAnchor="middle">
            {label}
          </text>
        ) : null,
      )}
      {series.map((one, index) => (
        <g key={one.key} className={`trend-${one.tone}`}>
          <polyline points={one.values.map((value, at) => `${x(at)},${y(value)}`).join(' ')} />
          <circle cx={x(one.values.length - 1)} cy={y(one.values.at(-1) ?? 0)} r="3.5" />
          <text x={box.width - box.right + 8} y={endLabelY(ends, index)}>
            {one.label} {one.values.at(-1)}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** Two lines that end at nearly the same height must not print one name over the other. */
function endLabelY(ends: number[], index: number): number {
  const own = ends[index]!
  const other = ends.find((end, at) => at !== index && Math.abs(end - own) < 14)
  if (other === undefined) return own + 4
  return own < other || (own === other && index === 0) ? own - 4 : own + 12
}
