import { randomBytes } from 'node:crypto'
import type pg from 'pg'

export const OWNER = 'linli_owner'
export const RUNTIME_GROUP = 'linli_runtime'
const LOGINS = [OWNER, 'linli_web', 'linli_worker', 'linli_auth', 'linli_jobs'] as const
const RUNTIME_LOGINS = ['linli_web', 'linli_worker'] as const
const EXTENSIONS = ['btree_gist', 'pg_trgm', 'pgcrypto'] as const

export type Login = (typeof LOGINS)[number]
export type RolePasswords = Record<Login, string>

export function newRolePasswords(): RolePasswords {
  return Object.fromEntries(LOGINS.map((login) => [login, randomBytes(24).toString('base64url')])) as RolePasswords
}

/** Creates Linli's roles or brings them back to what they must be. Run as superuser; running it twice changes nothing. */
export async function ensureRoles(client: pg.Client, passwords: RolePasswords): Promise<void> {
  await ensureRole(client, RUNTIME_GROUP, 'NOLOGIN')
  for (const login of LOGINS) {
    await ensureRole(client, login, `LOGIN PASSWORD ${client.escapeLiteral(passwords[login])}`)
  }
  for (const login of RUNTIME_LOGINS) await client.query(`GRANT ${RUNTIME_GROUP} TO ${login} WITH INHERIT TRUE`)
  // The owner may create schemas that belong to the jobs or the login library, without inheriting what they may do.
  for (const login of ['linli_jobs', 'linli_auth']) {
    await client.query(`GRANT ${login} TO ${OWNER} WITH INHERIT FALSE, SET TRUE`)
  }
}

async function ensureRole(client: pg.Client, name: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER'
  await client.query(
    `${verb} ROLE ${name} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION INHERIT ${attributes}`,
  )
}

/** Creates Linli's database for the owner, if it is missing. */
export async function ensureDatabase(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
  if (rowCount === 0) {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${OWNER}`)
  }
}

/** Inside Linli's database, as superuser: extensions, and nobody but Linli's logins may connect or create. */
export async function prepareDatabase(client: pg.Client, database: string): Promise<void> {
  for (const extension of EXTENSIONS) await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`)
  const name = client.escapeIdentifier(database)
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`)
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${LOGINS.join(', ')}`)
  await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC')
}
