import type { ReactNode } from 'react'
import { wallTime } from './day-number.ts'
import './timeline.css'

export type TimelineEntry = {
  id: string
  at: string
  title: ReactNode
  by?: string | null
  detail?: ReactNode
  tone?: 'plain' | 'good' | 'bad' | 'wait'
}

/** Reads top down, oldest first, as a file is read. */
export function Timeline({ entries, label }: { entries: TimelineEntry[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} data-tone={entry.tone ?? 'plain'}>
          <div className="timeline-head">
            <strong>{entry.title}</strong>
            {entry.by ? <span className="timeline-by">{entry.by}</span> : null}
            <time dateTime={entry.at}>{wallTime(entry.at)}</time>
          </div>
          {entry.detail ? <div className="timeline-detail">{entry.detail}</div> : null}
        </li>
      ))}
    </ol>
  )
}
