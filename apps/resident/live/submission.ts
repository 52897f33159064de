import type { z } from 'zod'
import type { submitInput } from '#modules/applications/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import type { Draft } from '../application-api.ts'

type Submission = z.input<typeof submitInput>

/** The draft as the action takes it. Somebody not identified yet is handled by the street whose pages these are. */
export function submissionOf(itemKey: string, draft: Draft, streetId: string | null): Submission {
  const applicant = applicantOf(draft)
  const named = applicant.kind === 'unbound' || applicant.kind === 'agent'
  return {
    itemKey,
    applicant,
    answers: draft.answers,
    materials: {},
    ...(named && streetId ? { subdistrictId: streetId } : {}),
  }
}

function applicantOf(draft: Draft): Submission['applicant'] {
  if (draft.as === 'organisation' && draft.organisation)
    return { kind: 'organisation', organisationId: draft.organisation.id }
  if (draft.as === 'guardian' && draft.wardId) return { kind: 'guardian', personId: draft.wardId }
  if ((draft.as === 'guardian' || draft.as === 'agent') && draft.principal) {
    const { name, idNumber, relation } = draft.principal
    const authorisation = draft.as === 'guardian' ? `监护人：${relation}`.slice(0, 200) : relation
    return { kind: 'agent', principalName: name, principalIdNumber: idNumber, authorisation }
  }
  if (draft.own) return { kind: 'unbound', name: draft.own.name, idNumber: draft.own.idNumber }
  if (draft.as === undefined || draft.as === 'self') {
    return { kind: 'self', ...(draft.personId ? { personId: draft.personId } : {}) }
  }
  throw problem('invalid-input')
}
