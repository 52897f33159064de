import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safePath } from './safe-path.ts'

test('a path of this site is kept', () => {
  expect(safePath('/items/jinglaoka?a=1#b')).toBe('/items/jinglaoka?a=1#b')
})

test('nothing leads to another site', () => {
  for (const wish of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', '', null]) {
    expect(safePath(wish)).toBe('/')
  }
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((s) => `/${s}`),
      ),
      (wish) => {
        expect(new URL(safePath(wish), 'https://street.example').host).toBe('street.example')
      },
    ),
  )
})
