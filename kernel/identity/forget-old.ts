import type { Core } from './core.ts'

const OLD = [
  `identity.attempt where at < now() - interval '2 days'`,
  `identity.sign_in_code where expires_at < now() - interval '1 day'`,
  `identity.binding_code where expires_at < now() - interval '1 day'`,
  `identity.known_device where last_at < now() - interval '180 days'`,
  `auth."session" where "expiresAt" < now()`,
  `auth."verification" where "expiresAt" < now()`,
]

/** What no window, code or session needs any more; called by a daily job. Gives the number of rows. */
export async function forgetOldAttempts({ pool }: Pick<Core, 'pool'>): Promise<number> {
  let forgotten = 0
  for (const rows of OLD) forgotten += (await pool.query(`delete from ${rows}`)).rowCount ?? 0
  return forgotten
}
