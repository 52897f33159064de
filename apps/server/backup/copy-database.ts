import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { withConnection } from '#platform/db/connect.ts'
import { fileEntry, folderEntries, textEntry } from './archive.ts'
import { countRows, type RowCounts, snapshotEnd } from './row-counts.ts'

/** What PostgreSQL rebuilds by itself, or what belongs to the running process. */
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map|(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.+)$|(^|\/)(pgsql_tmp[^/]*|pg_internal\.init)/
const CONTROL = 'global/pg_control'

export interface CopyOptions {
  folder: string
  superuserUrl: string
  /** In Linli's database, where rows are counted. */
  databaseUrl: string
}

/** A consistent copy while the server works: files under a started backup, then the log that makes them consistent. */
export async function* copyDatabase({ folder, superuserUrl, databaseUrl }: CopyOptions): AsyncGenerator<Buffer> {
  const steps = Promise.withResolvers<pg.Client>()
  const done = Promise.withResolvers<void>()
  const session = withConnection(superuserUrl, async (client) => {
    steps.resolve(client)
    await done.promise
  })
  session.catch(steps.reject)
  try {
    yield* copyWith(await steps.promise, folder, databaseUrl)
  } finally {
    // The session keeps the log from being recycled; ended early, PostgreSQL drops backup and slot with it.
    done.resolve()
    await session.catch(() => undefined)
  }
}

async function* copyWith(client: pg.Client, folder: string, databaseUrl: string): AsyncGenerator<Buffer> {
  await client.query("SELECT pg_create_physical_replication_slot('linli_backup_' || pg_backend_pid(), true, true)")
  const began = await one<{ wal: string }>(client, "SELECT pg_walfile_name(pg_backup_start('linli', true)) AS wal")
  yield* folderEntries('postgres', folder, (relative) => LEFT_OUT.test(relative) || relative === CONTROL)
  yield* fileEntry(`postgres/${CONTROL}`, path.join(folder, CONTROL))
  const counted = await withConnection(databaseUrl, countRows)
  const ended = await one<{ wal: string; label: string }>(
    client,
    'SELECT pg_walfile_name(lsn) AS wal, labelfile AS label FROM pg_backup_stop(false)',
  )
  const quiet = (await snapshotEnd(client)) === counted.snapshotEnd
  yield* textEntry('postgres/backup_label', ended.label)
  for (const name of (await readdir(path.join(folder, 'pg_wal'))).sort()) {
    const needed = /^[0-9A-F]{24}$/.test(name) && name >= began.wal && name <= ended.wal
    if (needed || name.endsWith('.history'))
      yield* fileEntry(`postgres/pg_wal/${name}`, path.join(folder, 'pg_wal', name))
  }
  const counts: RowCounts = { rows: counted.rows, quiet }
  yield* textEntry('counts.json', JSON.stringify(counts))
}

async function one<T extends pg.QueryResultRow>(client: pg.Client, sql: string): Promise<T> {
  return (await client.query<T>(sql)).rows[0]!
}
