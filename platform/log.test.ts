import { expect, test } from 'vitest'
import { createLogger, errorLabel } from './log.ts'

function lines(level: 'debug' | 'warn') {
  const written: Record<string, unknown>[] = []
  const logger = createLogger({
    level,
    now: () => '2026-12-01T01:00:00Z',
    write: (line) => written.push(JSON.parse(line)),
  })
  return { logger, written }
}

test('an event is one JSON line with its instant, level and fields', () => {
  const { logger, written } = lines('debug')
  logger.with({ role: 'web' }).info('request', { path: '/api/areas.tree', status: 200 })
  expect(written).toEqual([
    { at: '2026-12-01T01:00:00Z', level: 'info', event: 'request', role: 'web', path: '/api/areas.tree', status: 200 },
  ])
})

test('what is below the level is not written', () => {
  const { logger, written } = lines('warn')
  logger.info('quiet')
  logger.warn('loud')
  expect(written.map((line) => line.event)).toEqual(['loud'])
})

test('personal keys are redacted at every depth, numbers are masked in every text, ids stay', () => {
  const { logger, written } = lines('debug')
  const id = '01976f3e-1c2d-7000-8000-000000000001'
  logger.info('x', {
    id,
    person: { fullName: '王小明', idNumber: '1', list: [{ phone: '2' }] },
    note: '打 13800001234 给 990101195001010017',
  })
  expect(written[0]).toMatchObject({
    id,
    person: { fullName: '[redacted]', idNumber: '[redacted]', list: [{ phone: '[redacted]' }] },
    note: '打 [number] 给 [number]',
  })
})

test('an error shows its class and code and never its message', () => {
  const { logger, written } = lines('debug')
  const error = Object.assign(new Error('Key (phone)=(13800001234) already exists'), { code: '23505' })
  logger.error('failed', { error })
  expect(JSON.stringify(written)).not.toContain('already exists')
  expect(errorLabel(error)).toBe('Error 23505')
})
