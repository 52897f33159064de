import type pg from 'pg'
import type { Move } from './moves.ts'
import type { Story } from './story.ts'

/** Who plays whom: accounts by staff number, and the worker of each committee. */
export interface Cast {
  byNumber: Map<string, string>
  workerOf: Map<string, string>
}

export async function castOf(owner: pg.Client): Promise<Cast> {
  const staff = await owner.query<{ staff_number: string; id: string; kind: string; area_id: string }>(
    `select a.staff_number, a.id, p.kind, p.area_id from identity.account a join access.holding h on h.account_id = a.id
     join access.post p on p.id = h.post_id where a.staff_number is not null`,
  )
  return {
    byNumber: new Map(staff.rows.map((row) => [row.staff_number, row.id])),
    workerOf: new Map(staff.rows.filter((row) => row.kind === 'committeeWorker').map((row) => [row.area_id, row.id])),
  }
}

const numbers = {
  approver: 'ZJQ-M01',
  secondApprover: 'ZJQ-M02',
  district: 'CN-Q01',
  leader: 'ZJQ-L01',
  supervisor: 'ZJQ-D01',
} as const

export async function actorOf(owner: pg.Client, cast: Cast, story: Story, by: Move['by']): Promise<string> {
  switch (by) {
    case 'resident':
      return story.resident!
    case 'clerk':
      return (await firstContactOf(owner, story)) ?? story.clerk
    case 'worker':
      return cast.workerOf.get(story.person.committeeId)!
    default:
      return cast.byNumber.get(numbers[by])!
  }
}

/** 首问负责: whoever accepted it goes on; what came online is taken by the story's window. */
async function firstContactOf(owner: pg.Client, { caseId }: Story): Promise<string | null> {
  const { rows } = await owner.query<{ first_contact: string | null }>(
    `select first_contact from cases."case" where id = $1`,
    [caseId],
  )
  return rows[0]?.first_contact ?? null
}
