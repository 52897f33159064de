import { type Kysely, sql } from 'kysely'
import { withConnection } from '#platform/db/connect.ts'
import type { TestDatabase } from './database.ts'

/**
 * Sessions without signing in, for tests of one kernel part: replaces the one function that resolves a session by a table
 * of this database. Everything behind it (posts, keys, row security) is the real thing.
 */
export async function fakeSessions(database: TestDatabase) {
  await withConnection(database.urls.superuser, (client) =>
    client.query(`
      create schema if not exists identity;
      create table if not exists identity.binding (account_id uuid, person_id uuid, during tstzrange);
      create table public.fake_session (id text primary key, account_id uuid, kind text);
      drop function if exists identity.session_account(text);
      create function identity.session_account(session_id text) returns table (account_id uuid, kind text) language sql stable security definer as
        $$ select account_id, kind from public.fake_session where id = session_id $$;
      grant usage on schema identity to linli_owner, linli_runtime;
      grant select on identity.binding to linli_owner;
      grant execute on function identity.session_account(text) to linli_owner;
    `),
  )
  return {
    /** Returns the session's id. */
    async signIn(accountId: string, kind: 'staff' | 'resident' | 'machine' = 'resident'): Promise<string> {
      const id = crypto.randomUUID()
      await withConnection(database.urls.superuser, (client) =>
        client.query('insert into public.fake_session values ($1, $2, $3)', [id, accountId, kind]),
      )
      return id
    },
  }
}

export function asSession<T>(
  db: Kysely<unknown>,
  sessionId: string | null,
  run: (tx: Kysely<unknown>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('linli.session', ${sessionId ?? ''}, true)`.execute(tx)
    return run(tx)
  })
}
