import { expect, test } from 'vitest'
import { pageCache } from './page-cache.ts'

test('a page is kept for its seconds and no longer', () => {
  let now = 0
  const cache = pageCache(5, 10, () => now)
  cache.set('/', 'home')
  now = 4_999
  expect(cache.get('/')).toBe('home')
  now = 5_000
  expect(cache.get('/')).toBeUndefined()
})

test('however many addresses there are, only so many are kept', () => {
  const cache = pageCache(5, 3, () => 0)
  for (let at = 0; at < 100; at += 1) cache.set(`/${at}`, 'x')
  expect([97, 98, 99].map((at) => cache.get(`/${at}`))).toEqual(['x', 'x', 'x'])
  expect(cache.get('/0')).toBeUndefined()
})
