export type Period = { from: string; until: string }
export type PeriodName = 'thisMonth' | 'last90' | 'thisYear'

/** Days as `YYYY-MM-DD`; the last ninety include today. */
export function periodOf(name: PeriodName, today: string): Period {
  if (name === 'thisMonth') return { from: `${today.slice(0, 7)}-01`, until: today }
  if (name === 'thisYear') return { from: `${today.slice(0, 4)}-01-01`, until: today }
  const day = new Date(`${today}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 89)
  return { from: day.toISOString().slice(0, 10), until: today }
}
