import pg from 'pg'
import { linliTypes } from './types.ts'

/** One connection for a short administrative task, closed whatever happens. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'linli-admin', types: linliTypes })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The same server and parameters, another login or database. */
export function urlFor(base: string, change: { user?: string; password?: string; database?: string }): string {
  const url = new URL(base)
  if (change.user !== undefined) url.username = encodeURIComponent(change.user)
  if (change.password !== undefined) url.password = encodeURIComponent(change.password)
  if (change.database !== undefined) url.pathname = `/${encodeURIComponent(change.database)}`
  return url.href
}
