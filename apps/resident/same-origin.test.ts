import { expect, test } from 'vitest'
import { fromOwnPage as check } from './same-origin.ts'

const fromOwnPage = (headers: Parameters<typeof check>[0]) => check(headers, 'https://street.example:8080')
const host = 'street.example:8080'

test('our own page may send a form, with Origin or, on an old browser, with Referer alone', () => {
  expect(fromOwnPage({ host, origin: 'https://street.example:8080', site: 'same-origin' })).toBe(true)
  expect(fromOwnPage({ host, referer: 'http://street.example:8080/sign-in' })).toBe(true)
})

test('another site, a sandboxed frame and a caller that names nothing may not', () => {
  expect(fromOwnPage({ host, origin: 'https://evil.example' })).toBe(false)
  expect(fromOwnPage({ host, origin: 'https://street.example:8080', site: 'cross-site' })).toBe(false)
  expect(fromOwnPage({ host, origin: 'null' })).toBe(false)
  expect(fromOwnPage({ host, referer: 'not a url' })).toBe(false)
  expect(fromOwnPage({ host })).toBe(false)
})
