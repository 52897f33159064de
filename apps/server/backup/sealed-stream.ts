import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { StartProblem } from '#platform/config/start-problem.ts'
import { ByteReader } from './byte-reader.ts'

const MAGIC = Buffer.from('LINLIBK1')
const CHUNK = 1024 * 1024
const TAG = 16

/**
 * AES-256-GCM in chunks: each carries its number and whether it is the last one in its nonce, so that a changed, missing,
 * swapped or cut-off chunk is found before any of its bytes is used. Every archive has a key of its own, from a salt.
 */
export async function* seal(key: Buffer, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const salt = randomBytes(32)
  yield Buffer.concat([MAGIC, keyId(key), salt])
  const own = archiveKey(key, salt)
  const reader = new ByteReader(plain)
  for (let number = 0; ; number++) {
    const chunk = await reader.upTo(CHUNK)
    const last = await reader.atEnd()
    const cipher = createCipheriv('aes-256-gcm', own, nonce(number, last))
    const body = Buffer.concat([cipher.update(chunk), cipher.final()])
    yield Buffer.concat([body, cipher.getAuthTag()])
    if (last) return
  }
}

export async function* unseal(key: Buffer, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const reader = new ByteReader(sealed)
  const head = await reader.upTo(MAGIC.length + 8 + 32)
  if (!head.subarray(0, MAGIC.length).equals(MAGIC))
    throw new StartProblem('这不是邻里的备份 / this file is no backup of Linli')
  if (!head.subarray(MAGIC.length, MAGIC.length + 8).equals(keyId(key))) {
    throw new StartProblem(
      '备份是用另一把密钥加密的 / the backup was made with another key: put its key folder in place',
    )
  }
  const own = archiveKey(key, head.subarray(MAGIC.length + 8))
  for (let number = 0; ; number++) {
    const chunk = await reader.upTo(CHUNK + TAG)
    const last = await reader.atEnd()
    yield openChunk(own, number, last, chunk)
    if (last) return
  }
}

function openChunk(key: Buffer, number: number, last: boolean, chunk: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, last), { authTagLength: TAG })
    decipher.setAuthTag(chunk.subarray(chunk.length - TAG))
    return Buffer.concat([decipher.update(chunk.subarray(0, chunk.length - TAG)), decipher.final()])
  } catch {
    throw new StartProblem(`备份已损坏或不完整（第 ${number} 段）/ the backup is damaged or cut off at chunk ${number}`)
  }
}

function archiveKey(key: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'linli backup', 32))
}

function keyId(key: Buffer): Buffer {
  return createHash('sha256').update('linli backup key').update(key).digest().subarray(0, 8)
}

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(number, 4)
  bytes[11] = last ? 1 : 0
  return bytes
}
