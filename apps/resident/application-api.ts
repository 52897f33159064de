import type { TimeColour } from '#ui/tokens.ts'
import type { Caller } from './caller.ts'
import type { ApplicantKind } from './item-api.ts'

export interface Identity {
  name: string
  idNumber: string
}

export interface FormField {
  key: string
  label: string
  help?: string
  kind: 'text' | 'longText' | 'number' | 'date' | 'choice' | 'yesNo'
  required: boolean
  choices?: { value: string; label: string }[]
  maxLength?: number
  /** What the base already knows, and from where: shown for confirming, typed only where it differs. */
  prefilled?: { value: string; source: string }
}

export interface FormPage {
  title: string
  fields: FormField[]
}

/** What an application of this account for this item begins with. */
export interface ApplyStart {
  choices: ApplicantKind[]
  /** The bound person; null asks for name and ID number, which the window checks at acceptance. */
  self: { name: string } | null
  wards: { id: string; name: string }[]
  organisations: { id: string; name: string }[]
  pages: FormPage[]
}

/** What has been filled in so far. It is kept for the account and the item until it is sent or thrown away. */
export interface Draft {
  as?: ApplicantKind
  /** Own identity, asked only of an account that is bound to nobody. */
  own?: Identity
  wardId?: string
  organisationId?: string
  /** Whom an agent or a guardian applies for, when the base does not already name him. */
  principal?: Identity & { relation: string }
  answers: Record<string, string>
  /** Keys of form pages that have been sent once. */
  seen: number[]
  /** One key for one submission, so that a double click or a reload has one effect. */
  submissionKey: string
}

export interface Upload {
  name: string
  type: string
  bytes: Uint8Array
}

export interface ApplicationSummary {
  id: string
  number: string
  itemName: string
  state: string
  colour: TimeColour
  next: string
  dueOn?: string
  needsMe: boolean
}

export interface Happening {
  at: string
  title: string
  text?: string
  by?: string
  colour: TimeColour
}

export interface ApplicationView extends ApplicationSummary {
  itemSlug: string
  submittedAt: string
  holder: string
  clock?: { startedOn: string; dueOn: string; used: number; total: number; paused: boolean; provisional: boolean }
  timeline: Happening[]
  correction?: {
    text: string
    materials: { key: string; name: string; why: string }[]
    until?: string
    uploads: boolean
  }
  outcome?: { good: boolean; text: string; remedy: string }
  rating?: { score: number; text?: string }
  may: ('answerCorrection' | 'withdraw' | 'urge' | 'rate' | 'receipt')[]
  /** Optimistic version, sent back with every change. */
  version: number
}

export interface Verified {
  number: string
  itemName: string
  state: string
  acceptedOn: string
  dueOn?: string
  concludedOn?: string
  subdistrict: string
}

export interface Change {
  id: string
  version: number
  key: string
}

export interface ApplicationApi {
  applyStart(caller: Caller, slug: string): Promise<ApplyStart>
  draft(caller: Caller, slug: string): Promise<Draft | null>
  saveDraft(caller: Caller, slug: string, draft: Draft): Promise<void>
  discardDraft(caller: Caller, slug: string): Promise<void>
  submit(caller: Caller, slug: string, draft: Draft): Promise<{ id: string }>
  applications(caller: Caller): Promise<ApplicationSummary[]>
  application(caller: Caller, id: string): Promise<ApplicationView | null>
  answerCorrection(
    caller: Caller,
    change: Change,
    answer: { text: string; files: Record<string, Upload>; brought: string[] },
  ): Promise<void>
  withdraw(caller: Caller, change: Change, reason: string): Promise<void>
  urge(caller: Caller, change: Change, text: string): Promise<void>
  rate(caller: Caller, change: Change, rating: { score: number; text: string }): Promise<void>
  receipt(caller: Caller, id: string): Promise<Uint8Array>
  verify(token: string): Promise<Verified | null>
}
