import type { Caller } from './caller.ts'

/** Where a statement stands: from a cited source, set by this street itself, or not yet checked by anybody. */
export type Standing = 'sourced' | 'streetSetting' | 'unverified'

export interface Stated {
  text: string
  standing: Standing
  source?: string
}

export type ApplicantKind = 'self' | 'guardian' | 'agent' | 'organisation'

export interface ItemSummary {
  slug: string
  name: string
  summary: string
  department: string
  lifeEvents: string[]
  online: boolean
}

export interface GuideStep {
  name: string
  who: string
  /** `external` steps happen in another office's own system. */
  place: 'here' | 'external'
  limit?: Stated
}

export interface Amount {
  tier: string
  text: string
  year: string
  standing: Standing
  source?: string
}

export interface ItemGuide extends ItemSummary {
  crossCity: boolean
  applicants: ApplicantKind[]
  conditions: Stated[]
  materials: (Stated & { form: string; required: boolean })[]
  /** Steps in order; those of one inner list run at the same time. */
  steps: GuideStep[][]
  /** The same in sentences. */
  process: string[]
  limits: { name: string; stated: Stated }[]
  amounts: Amount[]
  fee?: Stated
  hotlines: string[]
  sources: string[]
  asksRules: boolean
}

export interface Question {
  key: string
  text: string
  help?: string
  kind: 'yesNo' | 'choice' | 'date' | 'number' | 'text'
  choices?: { value: string; label: string }[]
}

export interface Eligibility {
  questions: Question[]
  /** Absent until every question that matters has been answered. */
  outcome?: {
    verdict: 'likely' | 'unlikely' | 'unknown'
    reasons: { text: string; met: boolean | null; source?: string }[]
    amount?: string
  }
}

export interface ItemApi {
  items(caller: Caller, filter: { search?: string; lifeEvent?: string }): Promise<ItemSummary[]>
  lifeEvents(caller: Caller): Promise<{ key: string; name: string }[]>
  item(caller: Caller, slug: string): Promise<ItemGuide | null>
  eligibility(caller: Caller, slug: string, answers: Record<string, string>): Promise<Eligibility>
}
