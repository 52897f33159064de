import type { ClockView } from '#modules/applications/contract.ts'

type Words = { pausedWords: string; stoppedWords: string; remaining: (days: number) => string }

/** The clock in words, which stand beside its colour. */
export function clockWords(clock: ClockView, t: Words): string {
  if (clock.stoppedOn) return t.stoppedWords
  const paused = clock.pauses.some((pause) => pause.to === null)
  return paused && clock.remainingDays >= 0 ? t.pausedWords : t.remaining(clock.remainingDays)
}
