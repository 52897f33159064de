import { createHmac, hkdfSync } from 'node:crypto'

/** One key per purpose, so that a digest made for one table says nothing in another. */
export type KeyedHash = (
  purpose: 'address' | 'binding' | 'bucket' | 'code' | 'device' | 'letter' | 'machine' | 'recovery',
  text: string,
) => Buffer

export function keyedHash(secret: string): KeyedHash {
  if (secret.length < 32) throw new Error('登录密钥不足 32 个字符 / the secret of sign-in needs at least 32 characters')
  const keys = new Map<string, Buffer>()
  return (purpose, text) => {
    let key = keys.get(purpose)
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', secret, '', `linli.identity.${purpose}`, 32))
      keys.set(purpose, key)
    }
    return createHmac('sha256', key).update(text).digest()
  }
}
