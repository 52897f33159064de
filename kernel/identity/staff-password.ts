import { normaliseStaffNumber } from './accounts.ts'
import { beginAttempt, passAttempt } from './attempts.ts'
import { openChallenge } from './challenge.ts'
import type { Core, Refusal, Visitor } from './core.ts'

export interface StaffChallenge {
  outcome: 'needsTotp' | 'needsTotpEnrolment'
  challenge: string
}

interface StaffRow {
  accountId: string
  hash: string
  locked: boolean
  enrolled: boolean
}

/** First half of a staff sign-in. An unknown number costs the same work and gets the same answer as a wrong password. */
export async function signInStaff(
  core: Core,
  { staffNumber, password, visitor }: { staffNumber: string; password: string; visitor: Visitor },
): Promise<StaffChallenge | Refusal> {
  const subject = normaliseStaffNumber(staffNumber)
  const staff = await findStaff(core, subject)
  const entry = {
    verb: 'identity.signIn',
    accountId: staff?.accountId ?? null,
    kind: 'staff',
    subject,
    visitor,
  } as const
  const attempt = await beginAttempt(core, 'staff.password', subject, staff?.accountId ?? null, visitor)
  if (attempt.retryAfterSeconds > 0) {
    await core.audit({ ...entry, outcome: 'limited', why: 'too-many-passwords' })
    return { outcome: 'limited', retryAfterSeconds: attempt.retryAfterSeconds }
  }
  const right = await core.auth.password.verify({
    hash: staff?.hash ?? (await decoy(core)),
    password: password.slice(0, 256),
  })
  if (!staff || !right || staff.locked) {
    await core.audit({ ...entry, outcome: 'refused', why: staff && right ? 'locked' : 'wrong-password' })
    return { outcome: 'refused' }
  }
  await passAttempt(core, attempt)
  return {
    outcome: staff.enrolled ? 'needsTotp' : 'needsTotpEnrolment',
    challenge: await openChallenge(core, staff.accountId),
  }
}

async function findStaff(core: Core, staffNumber: string): Promise<StaffRow | null> {
  const { rows } = await core.pool.query<StaffRow>(
    `select a.id as "accountId", c."password" as hash, coalesce(a.locked_until > now(), false) as locked,
            exists (select 1 from identity.second_factor f where f.account_id = a.id and f.verified) as enrolled
     from identity.account a
     join auth."account" c on c."userId" = a.auth_user_id and c."providerId" = 'credential'
     where a.staff_number = $1`,
    [staffNumber],
  )
  return rows[0] ?? null
}

const decoys = new WeakMap<Core, Promise<string>>()

/** A hash that no password opens, made once, so that checking an unknown number takes as long as a known one. */
function decoy(core: Core): Promise<string> {
  let made = decoys.get(core)
  if (!made) {
    made = core.auth.password.hash(core.hash('code', 'decoy').toString('hex'))
    decoys.set(core, made)
  }
  return made
}
