import type { Clock } from './clock.ts'
import type { ClockRow, Projection, StepRow } from './projection.ts'

type FlatClock = Omit<ClockRow, 'clock'> & Clock

/** The rows in which two projections differ, as `cases.record` writes them; null where none does. */
export function changedRows(
  before: Projection,
  after: Projection,
): { steps: StepRow[] | null; clocks: FlatClock[] | null; row: object } {
  const steps = changed(before.steps, after.steps)
  const clocks = changed(before.clocks, after.clocks).map(({ clock, ...row }) => ({ ...row, ...clock }))
  const { state, outcome, closedAt, dueOn, dueProvisional, firstContact, applicantPersonId } = after
  return {
    steps: steps.length > 0 ? steps : null,
    clocks: clocks.length > 0 ? clocks : null,
    row: {
      state,
      outcome,
      closedAt,
      dueOn,
      dueProvisional,
      firstContact,
      applicantPersonId,
      ...(after.stars !== null && before.stars === null ? { newStars: after.stars } : {}),
    },
  }
}

function changed<Row extends { id: string }>(before: Row[], after: Row[]): Row[] {
  const known = new Map(before.map((row) => [row.id, JSON.stringify(row)]))
  return after.filter((row) => known.get(row.id) !== JSON.stringify(row))
}
