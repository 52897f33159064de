import type pg from 'pg'
import { withConnection } from '#platform/db/connect.ts'
import { pendingMigrations } from '#platform/db/migrate.ts'
import { TREE } from '../bring-up-to-date.ts'
import type { CommandUrls } from '../cli/with-database.ts'
import type { Finding } from './finding.ts'

/** What only the database knows: its version, its schema, its clock, and that nobody steps over row-level security. */
export async function checkDatabase(urls: CommandUrls): Promise<Finding[]> {
  const url = urls.web ?? urls.worker ?? urls.owner
  if (!url)
    return [
      {
        state: 'fail',
        about: 'database',
        what: '没有登录 / no login was given',
        remedy: 'docs/operate/outside-database.md',
      },
    ]
  return withConnection(url, async (client) => [
    await checkVersion(client),
    await checkSchema(client),
    await checkRoles(client),
    await checkTables(client),
    await checkClock(client),
  ])
}

async function checkVersion(client: pg.Client): Promise<Finding> {
  const { version } = await row<{ version: string }>(client, "SELECT current_setting('server_version') AS version")
  const what = `PostgreSQL ${version}`
  return Number.parseInt(version, 10) >= 18
    ? { state: 'ok', about: 'database', what }
    : { state: 'fail', about: 'database', what, remedy: '需要 18 / needs 18' }
}

async function checkSchema(client: pg.Client): Promise<Finding> {
  const pending = await pendingMigrations(client, TREE)
  if (pending.length === 0) return { state: 'ok', about: 'database', what: '数据库结构最新 / the schema is current' }
  return {
    state: 'fail',
    about: 'database',
    what: `缺 ${pending.length} 个迁移 / ${pending.length} migrations are missing`,
    remedy: 'npm run linli -- migrate',
  }
}

async function checkRoles(client: pg.Client): Promise<Finding> {
  const { names } = await row<{ names: string | null }>(
    client,
    `SELECT string_agg(rolname, ', ') AS names FROM pg_roles
      WHERE rolname LIKE 'linli\\_%' AND (rolsuper OR rolbypassrls OR pg_has_role(rolname, 'pg_read_all_data', 'MEMBER'))`,
  )
  if (names === null)
    return { state: 'ok', about: 'database', what: '没有登录能绕过行级安全 / no login can bypass row-level security' }
  return {
    state: 'fail',
    about: 'database',
    what: `能绕过行级安全 / can bypass row-level security: ${names}`,
    remedy: 'ALTER ROLE … NOSUPERUSER NOBYPASSRLS',
  }
}

/** The tables of the login and the queue library are the named exceptions; no runtime login reaches them. */
async function checkTables(client: pg.Client): Promise<Finding> {
  const { names } = await row<{ names: string | null }>(
    client,
    `SELECT string_agg(c.oid::regclass::text, ', ') AS names FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^(pg_|information_schema$|auth$|graphile_worker$)'
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  )
  if (names === null)
    return { state: 'ok', about: 'database', what: '每张表都强制行级安全 / every table forces row-level security' }
  return {
    state: 'fail',
    about: 'database',
    what: `未强制行级安全 / without forced row-level security: ${names}`,
    remedy: 'ALTER TABLE … FORCE ROW LEVEL SECURITY',
  }
}

async function checkClock(client: pg.Client): Promise<Finding> {
  const { seconds } = await row<{ seconds: number }>(
    client,
    'SELECT extract(epoch FROM clock_timestamp())::float8 AS seconds',
  )
  const apart = Math.abs(Date.now() / 1_000 - seconds)
  const what = `时钟相差 / clocks differ by ${apart.toFixed(1)} s`
  return apart < 2
    ? { state: 'ok', about: 'clock', what }
    : { state: 'warn', about: 'clock', what, remedy: '两台主机都用 NTP / use NTP on both hosts' }
}

async function row<T extends pg.QueryResultRow>(client: pg.Client, sql: string): Promise<T> {
  return (await client.query<T>(sql)).rows[0]!
}
