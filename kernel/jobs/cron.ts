/**
 * The queue's clock is UTC; sweeps are written in the hours of Shanghai, which has no summer time. Only plain hours and
 * `*` can be moved by eight without changing the day, so anything else is refused.
 */
export function shanghaiCron(line: string): string {
  const [minute, hour, day, month, weekday, ...rest] = line.trim().split(/\s+/)
  if (!minute || !hour || !day || !month || !weekday || rest.length > 0)
    throw new Error(`sweep "${line}": five fields are needed`)
  if (hour === '*' || hour.startsWith('*/')) return line
  if (day !== '*' || month !== '*' || weekday !== '*')
    throw new Error(`sweep "${line}": a daily hour or every hour, nothing else`)
  const hours = hour.split(',').map((text) => {
    const value = Number(text)
    if (!/^\d{1,2}$/.test(text) || value > 23) throw new Error(`sweep "${line}": "${text}" is no hour`)
    return (value + 16) % 24
  })
  return `${minute} ${hours.sort((a, b) => a - b).join(',')} * * *`
}
