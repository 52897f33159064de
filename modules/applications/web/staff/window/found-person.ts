import type { FoundPerson } from '#modules/people/contract.ts'

export type { FoundPerson }

/** Who the matter is for: somebody of our registry, or by exact ID number from anywhere (全市通办). */
export type Chosen = { by: 'person'; person: FoundPerson } | { by: 'idNumber'; idNumber: string }

export function isFullIdNumber(query: string): boolean {
  return /^\d{17}[\dXx]$/.test(query.replace(/\s/g, ''))
}
