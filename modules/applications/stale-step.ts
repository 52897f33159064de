import { addDays, workingDayOf } from '#kernel/calendar/door.ts'
import type { StepRow } from '#kernel/cases/door.ts'

/** External, open, and without news for longer than the item says. */
export function isStale(row: StepRow, today: string): boolean {
  if (row.kind !== 'external' || row.state !== 'open' || row.staleAfterDays === null) return false
  return addDays(workingDayOf(row.learntAt ?? row.openedAt), row.staleAfterDays) < today
}
