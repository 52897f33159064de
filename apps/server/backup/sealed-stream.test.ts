import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal, unseal } from './sealed-stream.ts'

const key = randomBytes(32)

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

test('what was sealed comes out the same, however it is cut on its way', async () => {
  const sizes = fc.constantFrom(0, 1, 15, 16, 17, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3_000_000)
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 700, max: 2_000_000 }), async (size, cut) => {
      const plain = randomBytes(size)
      const sealed = await whole(seal(key, pieces(plain, cut)))
      expect((await whole(unseal(key, pieces(sealed, cut + 13)))).equals(plain)).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('a changed byte, a cut tail and added bytes are all found', async () => {
  const sealed = await whole(seal(key, pieces(randomBytes(2_500_000), 65_536)))
  const open = (bytes: Buffer) => whole(unseal(key, pieces(bytes, 100_000)))
  for (const at of [60, 1_500_000, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    await expect(open(changed)).rejects.toThrow('damaged or cut off')
  }
  // Also a cut exactly between two chunks.
  for (const length of [48 + 1024 * 1024 + 16, sealed.length - 1, 60]) {
    await expect(open(sealed.subarray(0, length))).rejects.toThrow('damaged or cut off')
  }
  await expect(open(Buffer.concat([sealed, Buffer.from('x')]))).rejects.toThrow('damaged or cut off')
})

test('another key is named as such', async () => {
  const sealed = await whole(seal(key, pieces(Buffer.from('x'), 1)))
  await expect(whole(unseal(randomBytes(32), pieces(sealed, 10)))).rejects.toThrow('made with another key')
})
