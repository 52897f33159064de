import type pg from 'pg'

export interface RowCounts {
  /** `schema.table` → number of rows */
  rows: Record<string, number>
  /** Nobody wrote between the count and the end of the backup: then a restore must show exactly these. */
  quiet: boolean
}

/** Every table's rows in one snapshot. */
export async function countRows(client: pg.Client): Promise<{ rows: Record<string, number>; snapshotEnd: string }> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const end = await snapshotEnd(client)
  const tables = await client.query<{ schema: string; name: string }>(
    `SELECT schemaname AS schema, tablename AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2`,
  )
  const rows: Record<string, number> = {}
  for (const { schema, name } of tables.rows) {
    const from = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`
    rows[`${schema}.${name}`] = (await client.query<{ n: number }>(`SELECT count(*) AS n FROM ${from}`)).rows[0]!.n
  }
  await client.query('COMMIT')
  return { rows, snapshotEnd: end }
}

export async function snapshotEnd(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ at: string }>('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS at')
  return rows[0]!.at
}

/** Tables whose number of rows is not what the backup says. */
export function differences(expected: Record<string, number>, found: Record<string, number>): string[] {
  const tables = new Set([...Object.keys(expected), ...Object.keys(found)])
  return [...tables]
    .filter((table) => expected[table] !== found[table])
    .map((table) => `${table}: ${expected[table] ?? 'absent'} → ${found[table] ?? 'absent'}`)
}
