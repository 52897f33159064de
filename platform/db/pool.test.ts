import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { createPool } from './pool.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.dispose())

test('days and instants are strings, counts are numbers', async () => {
  const pool = createPool({ url: database.urls.web, applicationName: 'test' })
  const { rows } =
    await pool.query(`SELECT date '2026-02-28' AS day, timestamptz '2026-02-28 08:00:00.123456+08' AS instant,
    ARRAY[timestamptz '2026-01-01 00:00:00+00', NULL] AS instants, ARRAY[date '2026-01-01'] AS days, count(*) AS n FROM pg_class WHERE false`)
  expect(rows[0]).toEqual({
    day: '2026-02-28',
    instant: '2026-02-28T00:00:00.123456Z',
    instants: ['2026-01-01T00:00:00Z', null],
    days: ['2026-01-01'],
    n: 0,
  })
  await pool.end()
})

test('a statement that runs too long ends by itself', async () => {
  const pool = createPool({ url: database.urls.web, applicationName: 'test', statementTimeoutMs: 100 })
  await expect(pool.query('SELECT pg_sleep(5)')).rejects.toThrow('statement timeout')
  await pool.end()
})
