import { betterAuth } from 'better-auth'
import pg from 'pg'

/** The login library's own pool: another role, its own schema, and JavaScript dates as the library expects them. */
export function createAuthPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'linli-auth',
    max: 8,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 10_000,
    connectionTimeoutMillis: 10_000,
    options: '-c TimeZone=UTC -c search_path=auth',
  })
  pool.on('error', () => undefined)
  return pool
}

const text = { type: 'string', required: true, input: false } as const

/**
 * Users, password hashes (scrypt), sessions and single-use verifications. None of the library's routes is mounted:
 * its limits and its second factor lock an account out and accept a one-time password twice, ours do neither.
 */
export function createAuth(pool: pg.Pool, secret: string) {
  return betterAuth({
    database: pool,
    secret,
    baseURL: 'http://localhost',
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    session: {
      cookieCache: { enabled: false },
      disableSessionRefresh: true,
      additionalFields: { accountId: text, accountKind: text },
    },
    advanced: { database: { generateId: 'uuid', validateSchema: false }, cookiePrefix: 'linli' },
  })
}

export type AuthContext = Awaited<ReturnType<typeof createAuth>['$context']>
