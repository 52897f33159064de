import { expect, test } from 'vitest'
import { matchTotp, newTotpSecret, otpauthUri, totpCode, totpStep } from './totp.ts'

const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('the test vectors of RFC 6238 come out, cut to six digits', () => {
  const vectors: [number, string][] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ]
  for (const [at, code] of vectors) expect(totpCode(RFC_SECRET, totpStep(at))).toBe(code)
})

test('a code is known one step early or late and no further', () => {
  const found = [-2, -1, 0, 1, 2].map((ahead) => matchTotp(RFC_SECRET, totpCode(RFC_SECRET, 1000 + ahead), 1000))
  expect(found).toEqual([null, 999, 1000, 1001, null])
})

test('what is no code never matches', () => {
  for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
    expect(matchTotp(RFC_SECRET, typed, 1000)).toBeNull()
})

test('a secret has 160 bits and its address names the member of staff', () => {
  const secret = newTotpSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(new URL(otpauthUri(secret, 'ZJQ0001')).searchParams.get('secret')).toBe(secret)
})
