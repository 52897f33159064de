import { randomBytes, timingSafeEqual } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import { insertUser } from './accounts.ts'
import { beginAttempt, passAttempt } from './attempts.ts'
import type { Core, Refusal, Visitor } from './core.ts'
import { type OpenedSession, openSession } from './sessions.ts'
import { inTransaction } from './transaction.ts'

export interface NewMachineClient {
  displayName: string
  /** The member of staff who answers for it. */
  ownerAccount: string
  operations: string[]
  areaId: string
  expiresAt: string
  /** Only a demo has one that is known before. */
  secret?: string
}

/** The secret is shown once; only its keyed digest is kept, which suffices because it is random. */
export async function createMachineClient(
  core: Core,
  wanted: NewMachineClient,
): Promise<{ accountId: string; secret: string }> {
  const accountId = newId()
  const secret = wanted.secret ?? randomBytes(32).toString('base64url')
  await inTransaction(core.pool, async (client) => {
    const userId = await insertUser(client, accountId, wanted.displayName)
    await client.query(
      `insert into identity.account (id, kind, auth_user_id, display_name) values ($1, 'machine', $2, $3)`,
      [accountId, userId, wanted.displayName],
    )
    await client.query(
      `insert into identity.machine_client (account_id, owner_account, operations, area_id, expires_at, secret_hash)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        accountId,
        wanted.ownerAccount,
        wanted.operations,
        wanted.areaId,
        wanted.expiresAt,
        core.hash('machine', secret),
      ],
    )
  })
  return { accountId, secret }
}

/** A quarter of an hour's session for a header; the client's end is asked for again at every request. */
export async function signInMachine(
  core: Core,
  { clientId, secret, visitor }: { clientId: string; secret: string; visitor: Visitor },
): Promise<OpenedSession | Refusal> {
  const entry = { verb: 'identity.signIn', accountId: null, kind: 'machine', subject: clientId, visitor } as const
  const attempt = await beginAttempt(core, 'machine.secret', clientId, clientId, visitor)
  if (attempt.retryAfterSeconds > 0) {
    await core.audit({ ...entry, outcome: 'limited', why: 'too-many-secrets' })
    return { outcome: 'limited', retryAfterSeconds: attempt.retryAfterSeconds }
  }
  const { rows } = await core.pool.query<{ userId: string; hash: Buffer }>(
    `select a.auth_user_id as "userId", m.secret_hash as hash from identity.machine_client m join identity.account a on a.id = m.account_id
     where m.account_id = $1 and m.expires_at > now() and (a.locked_until is null or a.locked_until <= now())`,
    [clientId],
  )
  const client = rows[0]
  if (!client || !timingSafeEqual(client.hash, core.hash('machine', secret))) {
    await core.audit({ ...entry, outcome: 'refused', why: 'wrong-secret' })
    return { outcome: 'refused' }
  }
  await passAttempt(core, attempt)
  return openSession(core, {
    accountId: clientId,
    userId: client.userId,
    kind: 'machine',
    visitor,
    subject: clientId,
    why: 'secret',
  })
}
