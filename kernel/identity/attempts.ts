import type { Core, Visitor } from './core.ts'
import { type Act, type Limit, waitSeconds } from './limits.ts'
import { inTransaction } from './transaction.ts'

export interface Attempt {
  /** 0 when the try may go on; it is already counted as failed until `passAttempt` says otherwise. */
  retryAfterSeconds: number
  ids: string[]
}

interface Bucket {
  bucket: Buffer
  limit: Limit
}

/**
 * Counts a try before it is made, under a lock, so that a thousand at once are a thousand in a row.
 * A device or address from which this account was opened before has a bucket of its own: failures made elsewhere never reach it.
 */
export async function beginAttempt(
  core: Core,
  act: Act,
  subject: string,
  accountId: string | null,
  visitor: Visitor,
): Promise<Attempt> {
  const buckets = await bucketsFor(core, act, subject, accountId, visitor)
  return inTransaction(core.pool, async (client) => {
    await client.query(
      `select pg_advisory_xact_lock(hashtextextended(k, 0)) from (select unnest($1::text[]) k order by 1) locks`,
      [buckets.map(({ bucket }) => bucket.toString('hex'))],
    )
    let wait = 0
    for (const { bucket, limit } of buckets) {
      const { rows } = await client.query<{ failures: number; since: number }>(
        `select count(*)::int as failures, coalesce(extract(epoch from clock_timestamp() - max(at)), 0)::float8 as since
         from identity.attempt
         where bucket = $1 and act = $2 and outcome = 'open' and at > clock_timestamp() - make_interval(secs => $3)
           and (not $4 or at > coalesce((select max(p.at) from identity.attempt p
             where p.bucket = $1 and p.act = $2 and p.outcome = 'passed'), '-infinity'))`,
        [bucket, act, limit.windowSeconds, limit.passForgets],
      )
      const row = rows[0]!
      wait = Math.max(wait, waitSeconds(limit, row.failures, row.since))
    }
    if (wait > 0) return { retryAfterSeconds: wait, ids: [] }
    const { rows } = await client.query<{ id: string }>(
      `insert into identity.attempt (act, bucket, outcome) select $1, unnest($2::bytea[]), 'open' returning id::text`,
      [act, buckets.map(({ bucket }) => bucket)],
    )
    return { retryAfterSeconds: 0, ids: rows.map((row) => row.id) }
  })
}

export async function passAttempt(core: Core, attempt: Attempt): Promise<void> {
  await core.pool.query(
    `update identity.attempt set outcome = 'passed', at = clock_timestamp() where id = any ($1::bigint[])`,
    [attempt.ids],
  )
}

/** A success of another act answers for these: the failures before it are forgotten. */
export async function forgiveAttempts(
  core: Core,
  act: Act,
  subject: string,
  accountId: string | null,
  visitor: Visitor,
): Promise<void> {
  const [own] = await bucketsFor(core, act, subject, accountId, visitor)
  await core.pool.query(`insert into identity.attempt (act, bucket, outcome) values ($1, $2, 'passed')`, [
    act,
    own!.bucket,
  ])
}

async function bucketsFor(
  core: Core,
  act: Act,
  subject: string,
  accountId: string | null,
  visitor: Visitor,
): Promise<Bucket[]> {
  const device = core.hash('device', visitor.device)
  const address = core.hash('address', addressPart(visitor.address))
  const { rows } = await core.pool.query<{ device: boolean; address: boolean }>(
    `select exists (select 1 from identity.known_device where account_id = $1 and device_hash = $2) as device,
            exists (select 1 from identity.known_device where account_id = $1 and address_hash = $3) as address`,
    [accountId, device, address],
  )
  const known = rows[0]!.device
    ? `device ${device.toString('hex')}`
    : rows[0]!.address
      ? `address ${address.toString('hex')}`
      : null
  const { subject: subjectLimit, address: addressLimit } = core.limits[act]
  const own = { bucket: core.hash('bucket', `${act} ${subject} ${known ?? 'elsewhere'}`), limit: subjectLimit }
  return known
    ? [own]
    : [own, { bucket: core.hash('bucket', `${act} from ${address.toString('hex')}`), limit: addressLimit }]
}

/** Only a completed sign-in makes a device known. */
export async function rememberDevice(core: Core, accountId: string, visitor: Visitor): Promise<void> {
  await core.pool.query(
    `insert into identity.known_device (account_id, device_hash, address_hash) values ($1, $2, $3)
     on conflict (account_id, device_hash) do update set address_hash = excluded.address_hash, last_at = now()`,
    [accountId, core.hash('device', visitor.device), core.hash('address', addressPart(visitor.address))],
  )
}

/** One household holds a whole IPv6 /64: its 2⁶⁴ addresses count as one. */
function addressPart(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const all = plain.includes('::')
    ? [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
