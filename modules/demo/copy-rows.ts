import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type CopyValue = string | number | boolean | Buffer | null

const CHUNK = 64 * 1024

/**
 * Copies rows into a temporary twin and inserts from there: COPY itself refuses tables under forced row security,
 * and the wall stays up while the demo loads.
 */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  const twin = `loading_${table.replace('.', '_')}`
  await client.query(`create temp table ${twin} as select ${columns.join(', ')} from ${table} with no data`)
  const target = client.query(copyFrom(`copy ${twin} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(chunks(rows)), target)
  await client.query(`insert into ${table} (${columns.join(', ')}) select * from ${twin}`)
  await client.query(`drop table ${twin}`)
}

function* chunks(rows: Iterable<readonly CopyValue[]>): Generator<string> {
  let chunk = ''
  for (const row of rows) {
    chunk += `${row.map(text).join('\t')}\n`
    if (chunk.length > CHUNK) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk) yield chunk
}

function text(value: CopyValue): string {
  if (value === null) return '\\N'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  return String(value).replace(/[\\\t\n\r]/g, (character) => `\\${ESCAPES[character]}`)
}
const ESCAPES: Record<string, string> = { '\\': '\\', '\t': 't', '\n': 'n', '\r': 'r' }

export function* rowsOf<T>(list: readonly T[], row: (item: T, order: number) => CopyValue[]): Generator<CopyValue[]> {
  for (const [order, item] of list.entries()) yield row(item, order)
}
