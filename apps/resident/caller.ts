import type { Language } from '#platform/contract.ts'

export interface Caller {
  /** Id of the visitor's session; null for one who has not signed in. */
  session: string | null
  language: Language
}
