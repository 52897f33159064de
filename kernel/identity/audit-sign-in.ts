import type { Kysely } from 'kysely'
import { append } from '#kernel/audit/door.ts'
import type { Clock } from '#platform/clock.ts'
import type { SignInEntry } from './core.ts'

/** Sign-ins in the audit's chains. There is no session yet, so the account stands in the detail and not as the one who acted. */
export function auditSignInWith(db: Kysely<unknown>, clock: Clock): (entry: SignInEntry) => Promise<void> {
  return ({ verb, outcome, accountId, kind, why, subjectDigest, addressDigest }) =>
    db.transaction().execute((tx) =>
      append(tx, {
        verb,
        outcome: outcome === 'done' ? 'done' : 'refused',
        channel: kind,
        at: clock.now(),
        detail: {
          account: accountId,
          why,
          subject: subjectDigest,
          address: addressDigest,
          limited: outcome === 'limited',
        },
      }),
    )
}
