export const acceptedTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const
export type AcceptedType = (typeof acceptedTypes)[number]

/** As many first bytes as the longest signature has. */
export const SNIFF_BYTES = 8

const signatures: readonly (readonly [AcceptedType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]

/** The type by the content's first bytes; names and declared types prove nothing. Null: not a kind that is accepted. */
export function sniff(head: Uint8Array): AcceptedType | null {
  return signatures.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0] ?? null
}
