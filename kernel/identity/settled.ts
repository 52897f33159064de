import { problem } from '#platform/errors/problem.ts'
import type { Refusal } from './core.ts'

/** A refusal becomes the same problem whatever stood behind it. */
export function settled<T extends { outcome: string }>(result: T | Refusal, reason: string): Exclude<T, Refusal> {
  if (result.outcome === 'refused') throw problem('not-signed-in', { reason })
  if (result.outcome === 'limited') {
    const { retryAfterSeconds } = result as Extract<Refusal, { outcome: 'limited' }>
    throw problem('too-many', { reason: 'identity.too-many', params: { retryAfter: retryAfterSeconds } })
  }
  return result as Exclude<T, Refusal>
}
