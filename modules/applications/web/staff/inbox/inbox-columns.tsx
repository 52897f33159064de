import type { ListRow } from '#modules/applications/contract.ts'
import { ClockBar } from '#ui/clock-bar.tsx'
import type { Column } from '#ui/data-table.tsx'
import { useTexts } from '#ui/language.tsx'
import { useToday } from '#ui/today.ts'
import { texts } from '../../texts.ts'
import { clockWords } from '../clock-words.ts'
import { StateChip } from '../state-chip.tsx'

export function useInboxColumns(): Column<ListRow>[] {
  const t = useTexts(texts)
  const today = useToday()
  return [
    { key: 'number', title: t.columnNumber, width: 190, render: (row) => <span className="num">{row.number}</span> },
    { key: 'item', title: t.columnItem, render: (row) => row.itemName },
    { key: 'applicant', title: t.columnApplicant, width: 90, render: (row) => row.applicant },
    {
      key: 'step',
      title: t.columnStep,
      render: (row) => (
        <>
          <StateChip state={row.state} /> {row.stepName}
        </>
      ),
    },
    { key: 'holder', title: t.columnHolder, render: (row) => row.holder ?? '—', phone: 'hide' },
    { key: 'committee', title: t.columnCommittee, render: (row) => row.committee ?? '—', phone: 'hide' },
    {
      key: 'clock',
      title: t.columnClock,
      width: 220,
      render: (row) =>
        row.clock ? (
          <ClockBar
            {...row.clock}
            endedOn={row.clock.stoppedOn}
            today={today}
            words={clockWords(row.clock, t)}
            compact
          />
        ) : (
          '—'
        ),
    },
  ]
}
