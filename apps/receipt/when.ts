const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant as wall time of the street, whatever the host's time zone: `2026-03-02 09:41`. */
export function when(instant: string): string {
  return format.format(new Date(instant))
}
