import type { Day } from './day.ts'

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in Asia/Shanghai of an ISO instant. An instant without an offset is refused: it would depend on the process. */
export function workingDayOf(instant: string): Day {
  if (!/T.*(Z|[+-]\d{2}:?\d{2})$/i.test(instant)) throw new RangeError(`an instant needs its offset: ${instant}`)
  const milliseconds = Date.parse(instant)
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${instant}`)
  return shanghai.format(milliseconds)
}
