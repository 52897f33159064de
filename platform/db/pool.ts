import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './preparing-client.ts'
import { linliTypes } from './types.ts'

export interface PoolOptions {
  url: string
  applicationName: string
  max?: number
  statementTimeoutMs?: number
  idleInTransactionTimeoutMs?: number
  onError?: (error: Error) => void
}

/** A pool whose sessions run in UTC and cannot hang: a forgotten transaction or a runaway statement ends by itself. */
export function createPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: options.url,
    application_name: options.applicationName,
    max: options.max ?? 10,
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 10_000,
    connectionTimeoutMillis: 10_000,
    options: '-c TimeZone=UTC -c DateStyle=ISO,YMD -c IntervalStyle=iso_8601',
    types: linliTypes,
  })
  // An idle connection that the server drops must not take the process down: the next query reconnects.
  pool.on('error', (error) => options.onError?.(error))
  // Nor one that is in use but between two queries: the next query fails and says so.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** `Kysely` over a pool; closing it closes the pool. */
export function createKysely<Database>(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}
