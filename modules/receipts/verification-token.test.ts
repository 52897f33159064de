import { expect, test } from 'vitest'
import { newVerificationToken, verificationHash } from './verification-token.ts'

test('a token finds its own hash and never carries it', () => {
  const { token, hash } = newVerificationToken()
  expect(verificationHash(token)).toEqual(hash)
  expect(token).toHaveLength(22)
})

test('what is not a token has no hash', () => {
  for (const text of ['', 'x', `${'a'.repeat(21)}/`, 'a'.repeat(23)]) expect(verificationHash(text)).toBeNull()
})
