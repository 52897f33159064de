import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

export interface FileLink {
  id: string
  hash: string
  size: number
  mime: string
  name: string
  kind: string
  caseId: string | null
  subjectKind: string
  subjectId: string
  at: string
}

/** Null: there is none, or the caller does not see it. */
export async function findLink(tx: Tx, id: string): Promise<FileLink | null> {
  return (await select(tx, id, null))[0] ?? null
}

export function filesOfCase(tx: Tx, caseId: string): Promise<FileLink[]> {
  return select(tx, null, caseId)
}

async function select(tx: Tx, id: string | null, caseId: string | null): Promise<FileLink[]> {
  const { rows } = await sql<FileLink>`
    select l.id, l.hash, b.size, b.mime, l.name, l.kind, l.case_id as "caseId", l.subject_kind as "subjectKind", l.subject_id as "subjectId", l.at
    from files.link l join files.blob b on b.hash = l.hash
    where l.id = ${id}::uuid or l.case_id = ${caseId}::uuid
    order by l.id
  `.execute(tx)
  return rows
}
