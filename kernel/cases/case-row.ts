import type { Projection } from './projection.ts'

/** What is known of a case from its opening on and never changes. */
export interface CaseIdentity {
  id: string
  number: string
  caseType: string
  sensitivity: 'ordinary' | 'personal' | 'sensitive'
  subdistrictId: string
  areaId: string | null
  /** What the case is about within its type, such as an item's key. */
  subjectKey: string
  applicantOrganisationId: string | null
  agentPersonId: string | null
  createdBy: string | null
  openedAt: string
  parentCaseId: string | null
}

export interface LoadedCase extends CaseIdentity {
  projection: Projection
}
