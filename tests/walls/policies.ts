import type pg from 'pg'
import { openToAll } from '../structure/catalogue.ts'

export interface Policy {
  table: string
  name: string
  command: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL'
  /** The login whose wall it is. */
  login: 'linli_web' | 'linli_worker'
  using: string | null
  check: string | null
}

/** Policies of the runtime's logins. Those of the owner, the sign-in and the queue guard nobody who acts. */
export async function runtimePolicies(client: pg.Client): Promise<Policy[]> {
  const { rows } = await client.query<Policy & { roles: string[] }>(`
    select format('%I.%I', schemaname, tablename) as table, policyname as name, cmd as command, roles::text[] as roles, qual as using, with_check as check
    from pg_policies where roles && '{linli_runtime,linli_web,linli_worker}'::name[] order by 1, 2`)
  return rows.map(({ roles, ...policy }) => ({
    ...policy,
    login: roles.includes('linli_runtime') || roles.includes('linli_web') ? 'linli_web' : 'linli_worker',
  }))
}

/** Nothing to weaken: the policy lets everybody in already, and the table stands on the list of public facts. */
export const isOpen = (policy: Policy) =>
  policy.using === 'true' || policy.check === 'true'
    ? [...openToAll, 'jobs.effect', 'jobs.consumed'].includes(policy.table)
    : false

export const weakened = ({ table, name, using, check }: Policy) =>
  `alter policy ${quoted(name)} on ${table}${using ? ' using (true)' : ''}${check ? ' with check (true)' : ''}`

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** What nobody (no session, no job) can do with the rows of a table: read, add, change or take away. */
export async function whatNobodyCan(client: pg.Client, policy: Policy): Promise<string> {
  const command = policy.command === 'ALL' ? 'SELECT' : policy.command
  if (command === 'SELECT') return probe(client, policy.login, `select count(*)::int as n from ${policy.table}`)
  if (command === 'DELETE')
    return probe(
      client,
      policy.login,
      `with gone as (delete from ${policy.table} returning 1) select count(*)::int as n from gone`,
    )
  const columns = await grantedColumns(client, policy, command)
  const { rows } = await client.query(`select to_jsonb(t) as row from ${policy.table} t limit 1`)
  const row = JSON.stringify({ ...rows[0].row, ...(policy.table === 'cases.event' ? { payload: {} } : {}) })
  const list = columns.map(quoted).join(', ')
  if (command === 'INSERT') {
    return probe(
      client,
      policy.login,
      `insert into ${policy.table} (${list}) select ${list} from jsonb_populate_record(null::${policy.table}, $row$${row}$row$)`,
    )
  }
  // Nothing of the old row is named, so that no reading policy stands in the way of the changing one.
  return probe(
    client,
    policy.login,
    `update ${policy.table} set (${list}) = (select ${list} from jsonb_populate_record(null::${policy.table}, $row$${row}$row$))`,
  )
}

async function grantedColumns(client: pg.Client, policy: Policy, command: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select a.attname as name from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and has_column_privilege($2, $1::regclass, a.attname, $3) order by a.attnum`,
    [policy.table, policy.login, command],
  )
  return rows.map((row) => row.name)
}

/** As one of the runtime's logins without a session: `0 rows`, or the refusal in the database's own words. */
async function probe(client: pg.Client, login: string, sql: string): Promise<string> {
  await client.query('savepoint probe')
  try {
    await client.query(`set local session authorization ${login}`)
    const { rows, rowCount } = await client.query<{ n?: number }>(sql)
    return `${rows[0]?.n ?? rowCount} rows`
  } catch (error) {
    return (error as Error).message
  } finally {
    await client.query('rollback to savepoint probe')
    await client.query('reset session authorization')
  }
}

/** Published items are for everybody; drafts are not. */
const publicPart: Record<string, string> = { 'service_items.item_version item_version_read': '2 rows' }

export const keptOut = (policy: Policy, answer: string) =>
  answer === (publicPart[`${policy.table} ${policy.name}`] ?? '0 rows') ||
  answer.includes('violates row-level security policy')
