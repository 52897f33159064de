/** Days since 1970-01-01 of a civil date `YYYY-MM-DD`; days are counted without any clock or zone (Hinnant's days_from_civil). */
export function dayNumber(day: string): number {
  const [y, m, d] = day.slice(0, 10).split('-').map(Number) as [number, number, number]
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** `2026-12-01T09:00:00Z` as wall time of the given zone, `2026-12-01 17:00`. */
export function wallTime(instant: string, zone = 'Asia/Shanghai'): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    Date.parse(instant),
  )
}
