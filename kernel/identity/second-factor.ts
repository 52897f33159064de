import { randomInt } from 'node:crypto'
import { decryptValue, encryptValue } from '#kernel/crypto/door.ts'
import { beginAttempt, passAttempt } from './attempts.ts'
import { challengedAccount, consumeChallenge } from './challenge.ts'
import type { Core, Refusal, Visitor } from './core.ts'
import { type OpenedSession, openSession } from './sessions.ts'
import { matchTotp, newTotpSecret, otpauthUri, totpStep } from './totp.ts'

interface Factor {
  userId: string
  staffNumber: string
  cipher: Buffer | null
  verified: boolean
  epoch: number
}

export interface Enrolment {
  outcome: 'enrolling'
  secret: string
  otpauthUri: string
}

export type SecondFactorInput = { challenge: string; code: string; visitor: Visitor }

/** Second half of a staff sign-in: a one-time password or a recovery code, each good for one use. */
export async function verifyTotp(core: Core, input: SecondFactorInput): Promise<OpenedSession | Refusal> {
  return finish(core, input, async (accountId, factor) => {
    if (!factor.verified) return null
    if (await spendRecoveryCode(core, accountId, input.code)) return 'recovery-code'
    return (await spendTotp(core, accountId, factor, input.code)) ? 'password-and-totp' : null
  })
}

/** Shown until it is confirmed; asking again shows the same secret, so that a reloaded page does not break the app's entry. */
export async function beginEnrolment(core: Core, challenge: string): Promise<Enrolment | Refusal> {
  const accountId = await challengedAccount(core, challenge)
  const factor = accountId ? await loadFactor(core, accountId) : null
  if (!accountId || !factor || factor.verified) return { outcome: 'refused' }
  if (!factor.cipher) {
    await core.pool.query(
      `insert into identity.second_factor (account_id, secret_cipher) values ($1, $2) on conflict do nothing`,
      [accountId, encryptValue(core.ring, 'totpSecret', newTotpSecret())],
    )
  }
  const { cipher } = (await loadFactor(core, accountId))!
  const secret = decryptValue(core.ring, 'totpSecret', cipher!)
  return { outcome: 'enrolling', secret, otpauthUri: otpauthUri(secret, factor.staffNumber) }
}

/** The first right code makes the secret binding, opens the session and shows the recovery codes once. */
export async function confirmEnrolment(
  core: Core,
  input: SecondFactorInput,
): Promise<(OpenedSession & { recoveryCodes: string[] }) | Refusal> {
  const recoveryCodes = Array.from({ length: 10 }, newRecoveryCode)
  const result = await finish(core, input, async (accountId, factor) => {
    if (factor.verified || !factor.cipher || !(await spendTotp(core, accountId, factor, input.code))) return null
    const { rowCount } = await core.pool.query(
      `update identity.second_factor set verified = true, recovery_hashes = $2 where account_id = $1 and not verified`,
      [accountId, recoveryCodes.map((code) => core.hash('recovery', `${accountId} ${code}`))],
    )
    return rowCount === 1 ? 'enrolled' : null
  })
  return result.outcome === 'signedIn' ? { ...result, recoveryCodes } : result
}

async function finish(
  core: Core,
  { challenge, visitor }: SecondFactorInput,
  check: (accountId: string, factor: Factor) => Promise<string | null>,
): Promise<OpenedSession | Refusal> {
  const accountId = await challengedAccount(core, challenge)
  const factor = accountId ? await loadFactor(core, accountId) : null
  if (!accountId || !factor) return { outcome: 'refused' }
  const entry = { verb: 'identity.signIn', accountId, kind: 'staff', subject: factor.staffNumber, visitor } as const
  const attempt = await beginAttempt(core, 'staff.secondFactor', accountId, accountId, visitor)
  if (attempt.retryAfterSeconds > 0) {
    await core.audit({ ...entry, outcome: 'limited', why: 'too-many-second-factors' })
    return { outcome: 'limited', retryAfterSeconds: attempt.retryAfterSeconds }
  }
  const why = await check(accountId, factor)
  if (!why || !(await consumeChallenge(core, challenge, accountId))) {
    await core.audit({ ...entry, outcome: 'refused', why: 'wrong-second-factor' })
    return { outcome: 'refused' }
  }
  await passAttempt(core, attempt)
  return openSession(core, {
    accountId,
    userId: factor.userId,
    kind: 'staff',
    visitor,
    subject: factor.staffNumber,
    why,
  })
}

async function loadFactor(core: Core, accountId: string): Promise<Factor | null> {
  const { rows } = await core.pool.query<Factor>(
    `select a.auth_user_id as "userId", a.staff_number as "staffNumber", f.secret_cipher as cipher,
            coalesce(f.verified, false) as verified, extract(epoch from now())::float8 as epoch
     from identity.account a left join identity.second_factor f on f.account_id = a.id
     where a.id = $1 and a.kind = 'staff' and (a.locked_until is null or a.locked_until <= now())`,
    [accountId],
  )
  return rows[0] ?? null
}

/** The update is the check: of two uses of one code, in one second or in ten, only the first changes a row. */
async function spendTotp(core: Core, accountId: string, factor: Factor, code: string): Promise<boolean> {
  const secret = decryptValue(core.ring, 'totpSecret', factor.cipher!)
  const step = matchTotp(secret, code.replace(/\s/g, ''), totpStep(factor.epoch))
  if (step === null) return false
  const { rowCount } = await core.pool.query(
    `update identity.second_factor set last_step = $2 where account_id = $1 and last_step < $2`,
    [accountId, step],
  )
  return rowCount === 1
}

async function spendRecoveryCode(core: Core, accountId: string, code: string): Promise<boolean> {
  const plain = code.trim().toLowerCase().replace(/[\s-]/g, '')
  if (plain.length !== 12) return false
  const { rowCount } = await core.pool.query(
    `update identity.second_factor set recovery_hashes = array_remove(recovery_hashes, $2) where account_id = $1 and $2 = any (recovery_hashes)`,
    [accountId, core.hash('recovery', `${accountId} ${plain}`)],
  )
  return rowCount === 1
}

/** Without letters that look like digits: they are copied by hand. */
function newRecoveryCode(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')
}
