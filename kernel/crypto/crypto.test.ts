import { createCipheriv } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import {
  addValueKey,
  blindIndex,
  type CipherSuite,
  decryptValue,
  encryptValue,
  keyIdOf,
  loadKeyRing,
  newKeyRing,
} from './door.ts'

const { sm4 } = createRequire(import.meta.url)('sm-crypto') as {
  sm4: { encrypt(data: number[], key: string, options: object): string }
}
const text = fc.string({ unit: 'binary', maxLength: 60 }).filter((value) => value.isWellFormed())

describe.each<CipherSuite>(['aes', 'sm4'])('the envelope under %s', (suite) => {
  const ring = newKeyRing(suite)

  test('returns every value that it took', () => {
    fc.assert(fc.property(text, (value) => decryptValue(ring, 'phone', encryptValue(ring, 'phone', value)) === value))
  })

  test('never writes the same bytes twice', () => {
    expect(encryptValue(ring, 'phone', '19900000001')).not.toEqual(encryptValue(ring, 'phone', '19900000001'))
  })

  test('refuses a value with any one bit turned', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 0, max: 7 }), (value, at, bit) => {
        const bytes = encryptValue(ring, 'idNumber', value)
        const index = at % bytes.length
        bytes[index] = bytes[index]! ^ (1 << bit)
        expect(() => decryptValue(ring, 'idNumber', bytes)).toThrow()
      }),
    )
  })

  test('refuses a value cut anywhere', () => {
    const bytes = encryptValue(ring, 'idNumber', '31019819900101123X')
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decryptValue(ring, 'idNumber', bytes.subarray(0, length))).toThrow()
    }
  })

  test('refuses a value moved into the column of another element', () => {
    expect(() => decryptValue(ring, 'idNumber', encryptValue(ring, 'phone', '19900000001'))).toThrow()
  })
})

test('the native SM4 agrees with an independent implementation', () => {
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const iv = Buffer.alloc(16, 7)
  const cipher = createCipheriv('sm4-cbc', key, iv)
  const native = Buffer.concat([cipher.update('长宁路'), cipher.final()]).toString('hex')
  const options = { mode: 'cbc', iv: iv.toString('hex') }
  expect(sm4.encrypt([...Buffer.from('长宁路')], key.toString('hex'), options)).toBe(native)
})

describe('the blind index', () => {
  const ring = newKeyRing()

  test('is 16 bytes and equal exactly when the values are', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [a, b] = [blindIndex(ring, 'phone', left), blindIndex(ring, 'phone', right)]
        return a.length === 16 && a.equals(b) === (left === right)
      }),
    )
  })

  test('differs between elements and between installations', () => {
    const one = blindIndex(ring, 'phone', '19900000001')
    expect(one.equals(blindIndex(ring, 'idNumber', '19900000001'))).toBe(false)
    expect(one.equals(blindIndex(newKeyRing(), 'phone', '19900000001'))).toBe(false)
  })
})

describe('the keys folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-keys-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is created once, closed to others, and read again', () => {
    const first = loadKeyRing({ folder })
    expect(statSync(join(folder, 'values.json')).mode & 0o777).toBe(0o600)
    const bytes = encryptValue(first, 'phone', '19900000001')
    expect(decryptValue(loadKeyRing({ folder, suite: 'sm4', mayCreate: false }), 'phone', bytes)).toBe('19900000001')
  })

  test('encrypts with the newest key and still opens what an older one closed', () => {
    const old = encryptValue(loadKeyRing({ folder }), 'phone', '19900000001')
    expect(addValueKey(folder)).toBe(2)
    const ring = loadKeyRing({ folder })
    expect(keyIdOf(encryptValue(ring, 'phone', 'x'))).toBe(2)
    expect(decryptValue(ring, 'phone', old)).toBe('19900000001')
  })

  test('is never replaced by new keys where data exists', () => {
    expect(() => loadKeyRing({ folder, mayCreate: false })).toThrow(/missing/)
  })

  test('is refused when other users can read it', () => {
    loadKeyRing({ folder })
    chmodSync(join(folder, 'values.json'), 0o644)
    expect(() => loadKeyRing({ folder })).toThrow(/chmod 600/)
  })
})
