import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

export type MinorFileState = 'waiting' | 'granted' | 'refused' | 'ended'

export interface MinorFile {
  fileId: string
  personId: string
  name: string
  birthOn: string | null
  askedBy: string
  askedByPost: string | null
  approvalId: string
  reason: string
  askedAt: string
  state: MinorFileState
  openUntil: string | null
}

/** Requests that the caller made or is asked about: those that wait first, then the newest. */
export async function minorFilesInSight(
  tx: Tx,
  now: string,
  only: { fileId?: string; personId?: string } = {},
): Promise<MinorFile[]> {
  const { rows } = await sql<MinorFile>`
    select f.id as "fileId", f.person_id as "personId", s.name, s.birth_on as "birthOn", f.asked_by as "askedBy",
      s.asked_by_post as "askedByPost", f.approval_id as "approvalId", f.reason, f.asked_at as "askedAt", f.open_until as "openUntil",
      case when f.open_until > ${now}::timestamptz then 'granted' when f.open_until is not null then 'ended'
        when a.state = 'open' then 'waiting' else 'refused' end as state
    from people.minor_file f
    join people.asked_minor_files() s on s.file_id = f.id
    join approvals.approval a on a.id = f.approval_id
    where (${only.fileId ?? null}::uuid is null or f.id = ${only.fileId ?? null}::uuid)
      and (${only.personId ?? null}::uuid is null or f.person_id = ${only.personId ?? null}::uuid)
    order by a.state = 'open' desc, f.asked_at desc limit 100`.execute(tx)
  return rows
}
