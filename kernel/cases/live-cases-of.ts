import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

export interface LiveCaseOfPerson {
  caseId: string
  number: string
  subjectKey: string
  openedAt: string
  /** A step of it is the caller's or the caller's post's, or the caller filed it; to lead a street is not to handle. */
  handling: boolean
}

/** Live cases of a person, as applicant or agent, that are in the caller's sight; newest first. */
export async function liveCasesOf(tx: Tx, personId: string): Promise<LiveCaseOfPerson[]> {
  const { rows } = await sql<LiveCaseOfPerson>`
    select c.id as "caseId", c.number, c.subject_key as "subjectKey", c.opened_at as "openedAt",
      exists (select 1 from cases.case_scope s where s.case_id = c.id and (s.why = 'created' or starts_with(s.why, 'step:'))
        and s.holder_key = any ((select access.holder_keys())::text[]) and (s.until is null or s.until > now())) as handling
    from cases."case" c
    where c.closed_at is null and ${personId}::uuid in (c.applicant_person_id, c.agent_person_id)
    order by c.opened_at desc limit 50`.execute(tx)
  return rows
}
