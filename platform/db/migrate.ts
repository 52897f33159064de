import type pg from 'pg'
import { StartProblem } from '../config/start-problem.ts'
import { withConnection } from './connect.ts'
import { findMigrations, type MigrationFile } from './migration-files.ts'
import { OWNER, RUNTIME_GROUP } from './roles.ts'

/** Any fixed number: two starters take turns instead of racing. */
const MIGRATION_LOCK = 4_310_105_005

export interface MigrateOptions {
  ownerUrl: string
  /** The tree that holds `kernel/` and `modules/`. */
  root: string
  onApplied?: (file: MigrationFile) => void
}

/** Brings the schema up to date as its owner and returns the names of the files that were applied now. */
export async function migrate({ ownerUrl, root, onApplied }: MigrateOptions): Promise<string[]> {
  const files = await findMigrations(root)
  return withConnection(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await createHistory(client)
    const pending = pendingOf(files, await history(client))
    for (const file of pending) {
      await apply(client, file)
      onApplied?.(file)
    }
    return pending.map((file) => file.name)
  })
}

/** Names of the migrations that the database still lacks. Needs only the runtime role. */
export async function pendingMigrations(client: pg.ClientBase | pg.Pool, root: string): Promise<string[]> {
  const files = await findMigrations(root)
  const known = await client.query<{ there: boolean }>("SELECT to_regclass('platform.migration') IS NOT NULL AS there")
  return pendingOf(files, known.rows[0]?.there ? await history(client) : new Map()).map((file) => file.name)
}

function pendingOf(files: MigrationFile[], applied: Map<string, string>): MigrationFile[] {
  const known = new Set(files.map((file) => file.name))
  for (const name of applied.keys()) {
    if (!known.has(name))
      throw new StartProblem(`数据库比程序新 / the database is newer than this program: it has ${name}`)
  }
  for (const file of files) {
    const sha256 = applied.get(file.name)
    if (sha256 !== undefined && sha256 !== file.sha256) {
      throw new StartProblem(
        `迁移文件在应用后被改动 / ${file.path} was changed after it had been applied; write a new migration instead`,
      )
    }
  }
  return files.filter((file) => !applied.has(file.name))
}

async function history(client: pg.ClientBase | pg.Pool): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM platform.migration')
  return new Map(rows.map((row) => [row.name, row.sha256]))
}

/** Not a migration itself, since it is what remembers them. It holds no personal data and only the owner writes it. */
async function createHistory(client: pg.Client): Promise<void> {
  const known = await client.query<{ there: boolean }>("SELECT to_regclass('platform.migration') IS NOT NULL AS there")
  if (known.rows[0]?.there) return
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS platform;
    CREATE TABLE platform.migration (
      name text PRIMARY KEY,
      sha256 text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    );
    ALTER TABLE platform.migration ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    CREATE POLICY migration_written_by_owner ON platform.migration TO ${OWNER} USING (true) WITH CHECK (true);
    CREATE POLICY migration_read_by_all ON platform.migration FOR SELECT TO ${RUNTIME_GROUP} USING (true);
    GRANT USAGE ON SCHEMA platform TO ${RUNTIME_GROUP};
    GRANT SELECT ON platform.migration TO ${RUNTIME_GROUP};
  `)
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query("BEGIN; SET LOCAL lock_timeout = '30s'")
  try {
    await client.query(file.sql)
    await client.query('INSERT INTO platform.migration (name, sha256) VALUES ($1, $2)', [file.name, file.sha256])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new Error(`${file.path}${lineOf(file.sql, error)}: ${(error as Error).message}`, { cause: error })
  }
}

function lineOf(sql: string, error: unknown): string {
  const position = Number((error as pg.DatabaseError).position)
  return position > 0 ? `:${sql.slice(0, position).split('\n').length}` : ''
}
