import { randomBytes } from 'node:crypto'
import type { AccountKind, Core } from './core.ts'
import { revokeSessionsOf } from './sessions.ts'

/** For somebody who forgot it: a new random password, told once. Whoever is signed in has to sign in again. */
export async function resetPassword(core: Core, { accountId }: { accountId: string }): Promise<string> {
  const account = await careFor(core, accountId)
  const password = randomBytes(12).toString('base64url')
  await told(core, account, 'password-reset')
  await core.auth.internalAdapter.updatePassword(account.userId, await core.auth.password.hash(password))
  await revokeSessionsOf(core, accountId)
  return password
}

/** For a lost phone: the next sign-in enrols anew. Old one-time passwords and recovery codes are worth nothing. */
export async function resetSecondFactor(core: Core, { accountId }: { accountId: string }): Promise<void> {
  await told(core, await careFor(core, accountId), 'second-factor-reset')
  await core.pool.query('delete from identity.second_factor where account_id = $1', [accountId])
  await revokeSessionsOf(core, accountId)
}

/** Somebody left, or an account is misused. `until` is an instant, `infinity`, or null to let the account in again. */
export async function lockAccount(
  core: Core,
  { accountId, until }: { accountId: string; until: string | null },
): Promise<void> {
  await told(core, await careFor(core, accountId), until === null ? 'unlocked' : 'locked')
  await core.pool.query('update identity.account set locked_until = $2 where id = $1', [accountId, until])
  if (until !== null) await revokeSessionsOf(core, accountId)
}

interface CaredAccount {
  accountId: string
  userId: string
  kind: AccountKind
}

async function careFor(core: Core, accountId: string): Promise<CaredAccount> {
  const { rows } = await core.pool.query<CaredAccount>(
    `select id as "accountId", auth_user_id as "userId", kind from identity.account where id = $1`,
    [accountId],
  )
  if (!rows[0]) throw new Error('没有这个账号 / there is no such account')
  return rows[0]
}

async function told(core: Core, { accountId, kind }: CaredAccount, why: string): Promise<void> {
  const entry = { verb: 'identity.careForAccount', outcome: 'done', accountId, kind, why } as const
  await core.audit({ ...entry, subject: accountId, visitor: null })
}
