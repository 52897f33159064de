import type pg from 'pg'

/** Schemas of libraries, with the reason why the rules for our own tables do not hold there. */
export const exceptions: Record<string, string> = {
  auth: 'tables of the login library: only linli_auth works on them, the runtime cannot even read them',
  graphile_worker: 'tables of the queue: only linli_jobs works on them; the runtime adds jobs through jobs.add',
}

/** Tables that whoever runs a statement may read whole: public facts and the house's own order, nothing about a person. */
export const openToAll = [
  'access.department',
  'access.permission',
  'access.post',
  'access.post_kind',
  'areas.area',
  'areas.area_version',
  'areas.descendant',
  'calendar.day',
  'calendar.span',
  'demo.machine',
  // Synthetic phones of a demo street, as ciphertext; empty everywhere else.
  'demo.resident',
  'demo.seeding',
  'forms.definition',
  'notifications.template',
  'people.minor_file_term',
  'people.reveal_limit',
  'platform.migration',
  'registry.building',
  'registry.estate',
  'registry.organisation',
  'residents.desk',
  'service_items.item',
]

/** What the runtime may delete, and why; everything else only ends or is corrected by a new row. */
export const deletable: Record<string, string> = {
  'applications.period_reminder': 'what has been told is forgotten after 400 days',
  'registry.person_search_key': 'the keys of a corrected reading replace the old ones',
  'residents.draft': 'a draft is forgotten when it was sent or discarded',
}

const ours = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and n.nspname <> all ('{${Object.keys(exceptions)}}')`
const notOfAnExtension = `not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`

export interface DefinerFunction {
  name: string
  mayExecute: string
}

const wrongs: Record<string, string> = {
  'table without enabled and forced row security': `select n.nspname || '.' || c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours} and not (c.relrowsecurity and c.relforcerowsecurity)`,
  'view without security_invoker': `select n.nspname || '.' || c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and ${ours} and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
  'function without search_path': `select n.nspname || '.' || p.proname as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${ours} and ${notOfAnExtension} and not exists (select 1 from unnest(p.proconfig) s where s like 'search_path=%')`,
  'policy for everybody': `select schemaname || '.' || tablename || ' ' || policyname as found from pg_policies where 'public' = any (roles)`,
  'table open to all that is not on the list': `select distinct schemaname || '.' || tablename as found from pg_policies
    where qual = 'true' and cmd in ('SELECT', 'ALL') and roles && '{linli_runtime,linli_web,linli_worker}'::name[]
      and schemaname || '.' || tablename <> all ('{${openToAll},jobs.effect,jobs.consumed}')`,
  'owned by a runtime role': `select o.kind || ' ' || o.name as found from (
      select 'relation' as kind, oid::regclass::text as name, relowner as owner from pg_class
      union all select 'function', oid::regprocedure::text, proowner from pg_proc
      union all select 'schema', nspname::text, nspowner from pg_namespace
      union all select 'type', typname::text, typowner from pg_type) o
    where o.owner::regrole::text in ('linli_runtime', 'linli_web', 'linli_worker')`,
  'runtime role that can go round row security': `select r.rolname::text as found from pg_roles r
    where r.rolname in ('linli_runtime', 'linli_web', 'linli_worker', 'linli_owner')
      and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
        or (r.rolname <> 'linli_owner' and exists (select 1 from pg_auth_members m where m.member = r.oid and m.roleid::regrole::text <> 'linli_runtime')))`,
  'grant beyond select, insert and update': `select g.grantee || ' ' || g.privilege_type || ' ' || g.table_schema || '.' || g.table_name as found
    from information_schema.role_table_grants g
    where g.grantee in ('PUBLIC', 'linli_runtime', 'linli_web', 'linli_worker') and g.table_schema not in ('pg_catalog', 'information_schema')
      and (g.grantee = 'PUBLIC' or g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
        or (g.privilege_type = 'DELETE' and g.table_schema || '.' || g.table_name <> all ('{${Object.keys(deletable)}}')))`,
  'schema in which the runtime may create': `select n.nspname || ' ' || r.name as found from pg_namespace n
    cross join unnest('{linli_web,linli_worker}'::text[]) r (name)
    where n.nspname !~ '^pg_' and has_schema_privilege(r.name, n.oid, 'create')`,
  // Checkpoints are written by a job of its own; what they sign is not.
  'audit table that the runtime can write': `select distinct g.table_name || ' ' || g.privilege_type as found from information_schema.column_privileges g
    where g.table_schema = 'audit' and g.grantee in ('linli_runtime', 'linli_web', 'linli_worker') and g.privilege_type <> 'SELECT'
      and (g.table_name, g.privilege_type) <> ('checkpoint', 'INSERT')`,
}

/** Everything in the catalogue that the rules forbid, one sentence each. */
export async function wrongInCatalogue(client: pg.Client): Promise<string[]> {
  const found: string[] = []
  for (const [wrong, query] of Object.entries(wrongs)) {
    const { rows } = await client.query<{ found: string }>(query)
    found.push(...rows.map((row) => `${wrong}: ${row.found}`))
  }
  return found
}

export const countOfRules = Object.keys(wrongs).length

/** Functions that run with their owner's rights, and who may call them beside the owner. */
export async function definerFunctions(client: pg.Client): Promise<DefinerFunction[]> {
  const { rows } = await client.query<DefinerFunction>(`
    select n.nspname || '.' || p.proname as name, coalesce((
      select string_agg(case g.grantee when 0 then 'PUBLIC' else g.grantee::regrole::text end, ' ' order by g.grantee::regrole::text)
      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee <> p.proowner), '') as "mayExecute"
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and ${ours} and ${notOfAnExtension} order by 1`)
  return rows
}
