import type pg from 'pg'
import type { KeyRing } from '#kernel/crypto/door.ts'
import { type AuthContext, createAuth, createAuthPool } from './auth.ts'
import { type KeyedHash, keyedHash } from './keyed-hash.ts'
import { type Limits, limits } from './limits.ts'
import { oncePerMinute } from './once-per-minute.ts'

export type AccountKind = 'staff' | 'resident' | 'machine'

/** One thing that happened at the door. Numbers, names and addresses appear as keyed digests only. */
export interface SignInEntry {
  verb:
    | 'identity.signIn'
    | 'identity.requestCode'
    | 'identity.careForAccount'
    | 'identity.changePassword'
    | 'identity.signOut'
    | 'identity.revokeSessions'
  outcome: 'done' | 'refused' | 'limited'
  accountId: string | null
  kind: AccountKind
  /** Short word for what was used or what went wrong, such as `wrong-password`. */
  why: string
  subjectDigest: string
  addressDigest: string
}

export interface IdentityDeps {
  /** Connection as `linli_auth`. */
  authUrl: string
  /** At least 32 characters, kept with the keys and not in the database. */
  secret: string
  ring: KeyRing
  /** Hands a one-time code to the phone's network. Its text and language are the provider's. */
  sendCode(phone: string, code: string): Promise<void>
  auditSignIn(entry: SignInEntry): Promise<void>
  limits?: Partial<Limits>
}

/** Where a request comes from: the device's own random mark, if it has one, and the network address. */
export interface Visitor {
  device: string
  address: string
}

export interface Core {
  pool: pg.Pool
  auth: AuthContext
  hash: KeyedHash
  ring: KeyRing
  limits: Limits
  sendCode: IdentityDeps['sendCode']
  audit(
    entry: Omit<SignInEntry, 'subjectDigest' | 'addressDigest'> & { subject: string; visitor: Visitor | null },
  ): Promise<void>
}

export async function openCore(deps: IdentityDeps): Promise<Core> {
  const hash = keyedHash(deps.secret)
  const pool = createAuthPool(deps.authUrl)
  const digest = (purpose: 'bucket' | 'address', text: string) => hash(purpose, text).toString('hex').slice(0, 32)
  const isFirstOfTheMinute = oncePerMinute()
  return {
    pool,
    auth: await createAuth(pool, deps.secret).$context,
    hash,
    ring: deps.ring,
    limits: { ...limits, ...deps.limits },
    sendCode: deps.sendCode,
    audit: async ({ subject, visitor, ...entry }) => {
      const subjectDigest = digest('bucket', subject)
      if (entry.outcome === 'limited' && !isFirstOfTheMinute(`${entry.verb} ${subjectDigest}`)) return
      await deps.auditSignIn({
        ...entry,
        subjectDigest,
        addressDigest: visitor ? digest('address', visitor.address) : '',
      })
    },
  }
}

/** Refusals are answers, not errors: a wrong name, a wrong password and an unknown number are one and the same. */
export type Refusal = { outcome: 'refused' } | { outcome: 'limited'; retryAfterSeconds: number }
