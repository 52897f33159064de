import { createHash } from 'node:crypto'

// 2024-01-01: ids of demo rows sort before everything that people make later.
const EPOCH_MILLIS = 1_704_067_200_000

/** A UUID of version 7's shape that depends only on its name; `order` keeps rows made together together in the index. */
export function demoId(name: string, order = 0): string {
  const bytes = createHash('sha256').update(`linli demo ${name}`).digest().subarray(0, 16)
  bytes.writeUIntBE(EPOCH_MILLIS + order, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
