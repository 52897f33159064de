import { REHEARSED, type Reply, type World } from '#testing/world.ts'
import type { PersonName } from '#testing/world-people.ts'
import type { Cast } from './cast.ts'
import type { Probe } from './probes.ts'
import { channelOf, seesCase, seesPerson } from './relation.ts'

/** Actions whose whole answer matters and which leave nothing but an audit entry: asked without taking them back. */
const asked = new Set(['applications.prepare', 'people.open'])

export const fire = (world: World, probe: Probe): Promise<Reply> =>
  asked.has(probe.operation)
    ? probe.policyOff
      ? world.sendPolicyOff(probe.who, probe.operation, probe.input)
      : world.send(probe.who, probe.operation, probe.input)
    : world.sendRehearsed(probe.who, probe.operation, probe.input, { policyOff: probe.policyOff })

export const done = (reply: Reply) => reply.status === 200 || reply.body.reason === REHEARSED

/** What is wrong with an answer, as sentences; none when it is as the matrix says. */
export function wrongWith(cast: Cast, probe: Probe, reply: Reply): string[] {
  const wrong: string[] = []
  if (reply.status >= 500) wrong.push('an error of ours')
  // Sign-in is limited by address, and all of these come from one.
  const limited = reply.status === 429 && probe.operation.startsWith('identity.')
  const refused = [401, 403, 404].includes(reply.status) || limited
  if (probe.policyOff) {
    // A query may answer an empty list; an action may not be done.
    if ((probe.expected === 'no' || probe.expected === 'hidden') && isAction(probe) && done(reply))
      wrong.push('done without the policy')
  } else if (probe.expected === 'yes' && probe.fits && !done(reply) && !limited) wrong.push('refused')
  else if (probe.expected === 'yes' && !probe.fits && done(reply) && !probe.operation.startsWith('identity.'))
    wrong.push('done out of season')
  else if (probe.expected === 'no' && !refused) wrong.push('not refused')
  else if (probe.expected === 'hidden' && reply.status !== 404) wrong.push('told that it exists')
  else if (probe.expected === 'partial' && !done(reply)) wrong.push('not answered')
  return [...wrong, ...leaks(cast, probe, reply)]
}

const reads = new Set([
  'open',
  'mine',
  'inbox',
  'figures',
  'externalSteps',
  'suggest',
  'versions',
  'openVersion',
  'list',
  'verify',
  'mayI',
  'find',
  'minorFiles',
])
const readsOfResidents = new Set([
  'me',
  'beginApplication',
  'findOrganisation',
  'draft',
  'ownData',
  'whoLooked',
  'messages',
  'street',
])
export function isAction({ operation }: Pick<Probe, 'operation'>): boolean {
  const [module, name] = operation.split('.') as [string, string]
  // prepare answers "found: false" to whoever sees nobody; what it must not do is tell, which `leaks` looks at.
  if (asked.has(operation)) return false
  return !(reads.has(name) || (module === 'residents' && readsOfResidents.has(name)))
}

/** Ids, names and numbers in an answer that its reader may not know. */
function leaks(cast: Cast, probe: Probe, reply: Reply): string[] {
  const { world, cases } = cast
  const text = JSON.stringify(reply.body)
  const sent = JSON.stringify(probe.input)
  const found: string[] = []
  const tells = (secret: string) => text.includes(secret) && !sent.includes(secret)
  for (const one of cases) {
    if (seesCase(probe.who, one)) continue
    for (const id of [one.id, ...one.steps.map((step) => step.id)]) if (tells(id)) found.push(`an id of "${one.name}"`)
  }
  for (const [name, person] of Object.entries(world.people) as [PersonName, World['people'][PersonName]][]) {
    if (tells(person.idNumber)) found.push(`the ID number of ${name}`)
    if (channelOf(probe.who) !== 'resident' && tells(person.phone)) found.push(`the phone of ${name}`)
    if (seesPerson(probe.who, name, cases)) continue
    // The second person who is asked about a minor's file has to know whose it is.
    if (probe.operation === 'people.minorFiles' && probe.who === 'supervisor' && name === 'child') continue
    if (tells(person.id)) found.push(`the id of ${name}`)
    if (tells(person.name)) found.push(`the name of ${name}`)
  }
  return found
}

/** One digest over every table that a call could change; the audit and the sign-in's own tables apart. */
export async function fingerprint(world: World): Promise<string> {
  const tables = await world.look<{
    name: string
  }>(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|audit|auth)' and c.oid::regclass::text not in
      ('identity.attempt', 'identity.sign_in_code', 'identity.known_device', 'access.seal') order by 1`)
  const parts = tables.map(
    ({ name }) => `(select count(*) || ':' || coalesce(max(xmin::text::bigint), 0) from ${name})`,
  )
  const [row] = await world.look<{ print: string }>(`select concat_ws(',', ${parts.join(', ')}) as print`)
  return row!.print
}
