import { useEffect, useState } from 'react'

/** The street's working day, whatever the machine's zone. For drawing only: the server decides what is late. */
export function todayIn(zone = 'Asia/Shanghai'): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format()
}

/** Turns with the day: a workbench stays open overnight. */
export function useToday(): string {
  const [today, setToday] = useState(todayIn)
  useEffect(() => {
    const timer = setInterval(() => setToday(todayIn()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return today
}
