import { type Sealed, suiteOfVersion, suites } from './cipher.ts'
import type { KeyRing } from './key-ring.ts'

const HEAD = 3

/**
 * Ciphertext bytes: version (1), key id (2), nonce, tag, data. The element's name is authenticated with them,
 * so that a phone's ciphertext put into an ID number's column does not open.
 */
export function encryptValue(ring: KeyRing, element: string, plain: string): Buffer {
  const suite = suites[ring.suite]
  const head = Buffer.alloc(HEAD)
  head.writeUInt8(suite.version, 0)
  head.writeUInt16BE(ring.newestKeyId, 1)
  const { nonce, tag, data } = suite.seal(keyOf(ring, ring.newestKeyId), aad(head, element), Buffer.from(plain, 'utf8'))
  return Buffer.concat([head, nonce, tag, data])
}

export function decryptValue(ring: KeyRing, element: string, bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < HEAD) throw new Error('the ciphertext is cut short')
  const head = buffer.subarray(0, HEAD)
  const suite = suiteOfVersion(head.readUInt8(0))
  const tagAt = HEAD + suite.nonceLength
  const dataAt = tagAt + suite.tagLength
  if (buffer.length < dataAt) throw new Error('the ciphertext is cut short')
  const sealed: Sealed = {
    nonce: buffer.subarray(HEAD, tagAt),
    tag: buffer.subarray(tagAt, dataAt),
    data: buffer.subarray(dataAt),
  }
  try {
    return suite.open(keyOf(ring, head.readUInt16BE(1)), aad(head, element), sealed).toString('utf8')
  } catch (cause) {
    throw new Error(`the ciphertext of ${element} does not open with key ${head.readUInt16BE(1)}`, { cause })
  }
}

/** Which key a value lies under, so that a sweep can find what still waits for re-encryption. */
export function keyIdOf(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).readUInt16BE(1)
}

function keyOf(ring: KeyRing, id: number): Buffer {
  const key = ring.valueKeys.get(id)
  if (!key) throw new Error(`key ${id} is not in the key ring`)
  return key
}

function aad(head: Buffer, element: string): Buffer {
  return Buffer.concat([head, Buffer.from(element, 'utf8')])
}
