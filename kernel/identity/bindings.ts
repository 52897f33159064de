import { type Kysely, sql } from 'kysely'

export interface Binding {
  personId: string
  how: 'checkedDocument' | 'postedCode'
  /** Instant, ISO 8601 UTC. */
  since: string
}

/** Staff saw the person and the document; false if the account speaks for this person already. The database refuses anybody else, and anybody who checks himself. */
export async function bindByCheckedDocument(
  tx: Kysely<unknown>,
  { accountId, personId, checkedBy }: { accountId: string; personId: string; checkedBy: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into identity.binding (account_id, person_id, how, checked_by_account)
    values (${accountId}, ${personId}, 'checkedDocument', ${checkedBy}) on conflict do nothing`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

/** For whom the caller's account speaks today. */
export async function ownBindings(tx: Kysely<unknown>): Promise<Binding[]> {
  const { rows } = await sql<Binding>`select person_id as "personId", how, lower(during) as since from identity.binding
    where account_id = identity.current_account() and during @> now() order by lower(during)`.execute(tx)
  return rows
}

/** True if there was one to end. From the next request on the account no longer sees the person's file. */
export async function endOwnBinding(tx: Kysely<unknown>, { personId }: { personId: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`update identity.binding set during = tstzrange(lower(during), now())
    where account_id = identity.current_account() and person_id = ${personId} and during @> now()`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}
