import type { ActorBase } from '#platform/contract.ts'

export type PostKind =
  | 'windowClerk'
  | 'committeeWorker'
  | 'departmentApprover'
  | 'districtOfficer'
  | 'supervisor'
  | 'streetLeader'
  | 'hotlineOperator'
  | 'itemEditor'
  | 'systemAdmin'
  | 'securityAdmin'
  | 'auditAdmin'

export interface HeldPost {
  postId: string
  kind: PostKind
  name: string
  areaId: string
  /** The street above (or at) the post's area; null for a district's post. */
  subdistrictId: string | null
  departmentId: string | null
}

/** Whoever acts, as the database resolved it from the session's id: never from anything that the caller says of itself. */
export interface Actor extends ActorBase {
  posts: HeldPost[]
  /** Persons to whom this account is bound by a checked document or a posted code. */
  persons: string[]
  operations: string[]
  job?: string
}

export const anonymous: Actor = { accountId: null, kind: 'anonymous', posts: [], persons: [], operations: [] }
