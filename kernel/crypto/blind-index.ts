import { createHmac } from 'node:crypto'
import type { KeyRing } from './key-ring.ts'

/** Elements that can be found by exact value although only their ciphertext is stored. */
export type IndexedElement = 'idNumber' | 'phone' | 'creditCode' | 'sourceKey'

const LENGTH = 16

/**
 * Equal values of one element give equal bytes, the same digits in two elements do not.
 * The value must be in its normal form already (see `registry`): the index cannot know that 'x' and 'X' are one.
 */
export function blindIndex(ring: KeyRing, element: IndexedElement, normalised: string): Buffer {
  return createHmac('sha256', ring.indexKey)
    .update(`linli:${element}\0`)
    .update(normalised, 'utf8')
    .digest()
    .subarray(0, LENGTH)
}
