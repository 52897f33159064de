const MINUTE = 60_000
const MOST = 10_000

/** A thousand refused guesses are one entry a minute: who guesses must not be able to fill the audit. */
export function oncePerMinute(): (key: string) => boolean {
  const last = new Map<string, number>()
  return (key) => {
    const now = performance.now()
    if (now - (last.get(key) ?? Number.NEGATIVE_INFINITY) < MINUTE) return false
    if (last.size >= MOST) last.clear()
    last.set(key, now)
    return true
  }
}
