import { beginAttempt, passAttempt } from './attempts.ts'
import type { Core, Refusal, Visitor } from './core.ts'
import { revokeSessionsOf, type Session } from './sessions.ts'

const SHORTEST = 10

/** Ends every session, the one that asked included: whoever knew the old password is out. */
export async function changePassword(
  core: Core,
  { session, current, next, visitor }: { session: Session; current: string; next: string; visitor: Visitor },
): Promise<{ outcome: 'changed' } | { outcome: 'weak' } | Refusal> {
  const { rows } = await core.pool.query<{ userId: string; staffNumber: string; hash: string }>(
    `select a.auth_user_id as "userId", a.staff_number as "staffNumber", c."password" as hash from identity.account a
     join auth."account" c on c."userId" = a.auth_user_id and c."providerId" = 'credential' where a.id = $1 and a.kind = 'staff'`,
    [session.accountId],
  )
  const staff = rows[0]
  if (!staff) return { outcome: 'refused' }
  if (next.length < SHORTEST || next === current || next.toUpperCase() === staff.staffNumber) return { outcome: 'weak' }
  const entry = {
    verb: 'identity.changePassword',
    accountId: session.accountId,
    kind: 'staff',
    subject: staff.staffNumber,
    visitor,
  } as const
  const attempt = await beginAttempt(core, 'staff.password', staff.staffNumber, session.accountId, visitor)
  if (attempt.retryAfterSeconds > 0) return { outcome: 'limited', retryAfterSeconds: attempt.retryAfterSeconds }
  if (!(await core.auth.password.verify({ hash: staff.hash, password: current }))) {
    await core.audit({ ...entry, outcome: 'refused', why: 'wrong-password' })
    return { outcome: 'refused' }
  }
  await passAttempt(core, attempt)
  await core.audit({ ...entry, outcome: 'done', why: 'by-owner' })
  await core.auth.internalAdapter.updatePassword(staff.userId, await core.auth.password.hash(next))
  await revokeSessionsOf(core, session.accountId)
  return { outcome: 'changed' }
}
