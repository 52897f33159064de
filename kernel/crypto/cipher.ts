import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

export type CipherSuite = 'aes' | 'sm4'

const AES_NONCE = 12
const AES_TAG = 16
const SM4_IV = 16
const SM4_TAG = 32

export interface Sealed {
  nonce: Buffer
  tag: Buffer
  data: Buffer
}

interface Suite {
  version: number
  nonceLength: number
  tagLength: number
  seal(key: Buffer, aad: Buffer, plain: Buffer): Sealed
  open(key: Buffer, aad: Buffer, sealed: Sealed): Buffer
}

const aes: Suite = {
  version: 1,
  nonceLength: AES_NONCE,
  tagLength: AES_TAG,
  seal(key, aad, plain) {
    const nonce = randomBytes(AES_NONCE)
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: AES_TAG }).setAAD(aad)
    const data = Buffer.concat([cipher.update(plain), cipher.final()])
    return { nonce, tag: cipher.getAuthTag(), data }
  },
  open(key, aad, { nonce, tag, data }) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: AES_TAG })
    decipher.setAAD(aad).setAuthTag(tag)
    return Buffer.concat([decipher.update(data), decipher.final()])
  },
}

// Node's OpenSSL has SM4 in CBC only, so integrity comes from HMAC-SM3 over everything (encrypt, then MAC).
const sm4: Suite = {
  version: 2,
  nonceLength: SM4_IV,
  tagLength: SM4_TAG,
  seal(key, aad, plain) {
    const { secret, mac } = sm4Keys(key)
    const nonce = randomBytes(SM4_IV)
    const cipher = createCipheriv('sm4-cbc', secret, nonce)
    const data = Buffer.concat([cipher.update(plain), cipher.final()])
    return { nonce, tag: sm3Mac(mac, aad, nonce, data), data }
  },
  open(key, aad, { nonce, tag, data }) {
    const { secret, mac } = sm4Keys(key)
    if (!timingSafeEqual(sm3Mac(mac, aad, nonce, data), tag)) throw new Error('authentication failed')
    const decipher = createDecipheriv('sm4-cbc', secret, nonce)
    return Buffer.concat([decipher.update(data), decipher.final()])
  },
}

export const suites: Record<CipherSuite, Suite> = { aes, sm4 }

export function suiteOfVersion(version: number): Suite {
  const suite = Object.values(suites).find((candidate) => candidate.version === version)
  if (!suite) throw new Error(`unknown cipher version ${version}`)
  return suite
}

const derived = new Map<string, { secret: Buffer; mac: Buffer }>()

function sm4Keys(key: Buffer): { secret: Buffer; mac: Buffer } {
  const name = key.toString('base64')
  let keys = derived.get(name)
  if (!keys) {
    const material = Buffer.from(hkdfSync('sm3', key, Buffer.alloc(0), 'linli sm4-cbc hmac-sm3', 48))
    keys = { secret: material.subarray(0, 16), mac: material.subarray(16) }
    derived.set(name, keys)
  }
  return keys
}

function sm3Mac(mac: Buffer, aad: Buffer, nonce: Buffer, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(aad.length)
  return createHmac('sm3', mac).update(length).update(aad).update(nonce).update(data).digest()
}
