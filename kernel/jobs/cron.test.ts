import { expect, test } from 'vitest'
import { shanghaiCron } from './cron.ts'

test('a daily hour of Shanghai becomes the hour of the same instant in UTC', () => {
  expect(shanghaiCron('30 9 * * *')).toBe('30 1 * * *')
  expect(shanghaiCron('0 2,8 * * *')).toBe('0 0,18 * * *')
})

test('a sweep of every hour or every few minutes stays as it is', () => {
  expect(shanghaiCron('*/5 * * * *')).toBe('*/5 * * * *')
})

test.each(['0 2 1 * *', '0 24 * * *', '0 2-4 * * *', '0 2 * *'])(
  '"%s" cannot be moved by eight hours and is refused',
  (line) => {
    expect(() => shanghaiCron(line)).toThrow()
  },
)
