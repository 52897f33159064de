import { type Kysely, sql } from 'kysely'

/** Staff saw the person and the document. The database refuses anybody but staff, and anybody binding himself. */
export async function bindByCheckedDocument(
  tx: Kysely<unknown>,
  { accountId, personId, checkedBy }: { accountId: string; personId: string; checkedBy: string },
): Promise<void> {
  await sql`insert into identity.binding (account_id, person_id, how, checked_by_account)
    values (${accountId}, ${personId}, 'checkedDocument', ${checkedBy})`.execute(tx)
}
