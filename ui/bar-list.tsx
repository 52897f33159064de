import './chart.css'

export type BarRow = {
  key: string
  label: string
  value: number
  words?: string
  tone?: 'primary' | 'green' | 'yellow' | 'red'
}

/** Horizontal bars with their words: names of any length stay readable. A row that can be opened is a button. */
export function BarList({ rows, max, onOpen }: { rows: BarRow[]; max?: number; onOpen?: (row: BarRow) => void }) {
  const most = max ?? Math.max(...rows.map((row) => row.value), 1)
  return (
    <ul className="bars">
      {rows.map((row) => {
        const inside = (
          <>
            <span className="bars-label">{row.label}</span>
            <svg className="bars-svg" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="10" className="bars-ground" />
              <rect
                width={Math.min((row.value / most) * 100, 100)}
                height="10"
                className={`bars-${row.tone ?? 'primary'}`}
              />
            </svg>
            <span className="bars-value">{row.words ?? row.value}</span>
          </>
        )
        return (
          <li key={row.key}>
            {onOpen ? (
              <button type="button" onClick={() => onOpen(row)}>
                {inside}
              </button>
            ) : (
              <div>{inside}</div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
