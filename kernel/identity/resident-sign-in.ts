import { randomInt } from 'node:crypto'
import { blindIndex } from '#kernel/crypto/door.ts'
import { problem } from '#platform/errors/problem.ts'
import { newId } from '#platform/ids.ts'
import { ensureResidentAccount, residentByPhone } from './accounts.ts'
import { beginAttempt, forgiveAttempts, passAttempt } from './attempts.ts'
import type { Core, Refusal, Visitor } from './core.ts'
import { normalisePhone } from './phone.ts'
import { type OpenedSession, openSession } from './sessions.ts'

export const CODE_MINUTES = 5
const TRIES = 5

/** Any phone may open an account, so every number gets the same answer: nothing tells whether one is known. */
export async function requestCode(
  core: Core,
  { phone: typed, visitor }: { phone: string; visitor: Visitor },
): Promise<{ outcome: 'sent' } | { outcome: 'notAPhone' } | Refusal> {
  const phone = normalisePhone(typed)
  if (!phone) return { outcome: 'notAPhone' }
  const index = blindIndex(core.ring, 'phone', phone)
  const subject = index.toString('hex')
  const known = await residentByPhone(core, index)
  const entry = {
    verb: 'identity.requestCode',
    accountId: known?.accountId ?? null,
    kind: 'resident',
    subject,
    visitor,
  } as const
  const attempt = await beginAttempt(core, 'code.send', subject, known?.accountId ?? null, visitor)
  if (attempt.retryAfterSeconds > 0) {
    await core.audit({ ...entry, outcome: 'limited', why: 'too-many-codes' })
    return { outcome: 'limited', retryAfterSeconds: attempt.retryAfterSeconds }
  }
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const id = newId()
  await core.pool.query(
    `insert into identity.sign_in_code (id, phone_index, device_hash, code_hash, expires_at)
     values ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
    [id, index, core.hash('device', visitor.device), core.hash('code', `${id} ${code}`), CODE_MINUTES],
  )
  await core.audit({ ...entry, outcome: 'done', why: 'code-sent' })
  try {
    await core.sendCode(phone, code)
  } catch (cause) {
    throw problem('unavailable', { cause })
  }
  return { outcome: 'sent' }
}

/** The newest code that this device asked for. Wrong, used, expired and never asked for are one answer. */
export async function signInResident(
  core: Core,
  { phone: typed, code, visitor }: { phone: string; code: string; visitor: Visitor },
): Promise<OpenedSession | Refusal> {
  const phone = normalisePhone(typed)
  if (!phone) return { outcome: 'refused' }
  const index = blindIndex(core.ring, 'phone', phone)
  const subject = index.toString('hex')
  const known = await residentByPhone(core, index)
  const entry = {
    verb: 'identity.signIn',
    accountId: known?.accountId ?? null,
    kind: 'resident',
    subject,
    visitor,
  } as const
  const attempt = await beginAttempt(core, 'code.try', subject, known?.accountId ?? null, visitor)
  if (attempt.retryAfterSeconds > 0) {
    await core.audit({ ...entry, outcome: 'limited', why: 'too-many-tries' })
    return { outcome: 'limited', retryAfterSeconds: attempt.retryAfterSeconds }
  }
  if (!(await spendCode(core, index, visitor, code.normalize('NFKC').trim())) || known?.locked) {
    await core.audit({ ...entry, outcome: 'refused', why: 'wrong-code' })
    return { outcome: 'refused' }
  }
  const account = known ?? (await ensureResidentAccount(core, phone))
  await passAttempt(core, attempt)
  // The owner has answered: what was sent until now no longer delays the next code.
  await forgiveAttempts(core, 'code.send', subject, known?.accountId ?? null, visitor)
  return openSession(core, { ...account, kind: 'resident', visitor, subject, why: 'phone-code' })
}

/** One statement counts the try and uses the code up, so that two at once cannot both be the first. */
async function spendCode(core: Core, index: Buffer, visitor: Visitor, code: string): Promise<boolean> {
  const device = core.hash('device', visitor.device)
  const { rows } = await core.pool.query<{ id: string }>(
    `select id from identity.sign_in_code where phone_index = $1 and device_hash = $2 order by created_at desc, id desc limit 1`,
    [index, device],
  )
  const id = rows[0]?.id ?? '00000000-0000-0000-0000-000000000000'
  const result = await core.pool.query<{ right: boolean }>(
    `update identity.sign_in_code set tries = tries + 1, used_at = case when code_hash = $2 then now() end
     where id = $1 and used_at is null and tries < $3 and expires_at > now()
     returning used_at is not null as right`,
    [id, core.hash('code', `${id} ${code}`), TRIES],
  )
  return result.rows[0]?.right ?? false
}
