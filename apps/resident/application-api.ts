import type { Answers, FormDefinition, Prefill } from '#kernel/forms/door.ts'
import type { TimeColour } from '#ui/tokens.ts'
import type { Caller } from './caller.ts'
import type { ApplicantKind } from './item-api.ts'

export interface Identity {
  name: string
  idNumber: string
}

/** What an application of this account for this item begins with. */
export interface ApplyStart {
  choices: ApplicantKind[]
  /** The bound person; null asks for name and ID number, which the window checks at acceptance. */
  self: { name: string } | null
  /** More than one where a phone serves several people. */
  persons: { id: string; name: string }[]
  wards: { id: string; name: string }[]
  form: FormDefinition
  /** What the base already knows, with its source: shown for confirming, typed only where it differs. */
  known?: Prefill
}

/** What has been filled in so far. It is kept for the account and the item until it is sent or thrown away. */
export interface Draft {
  as?: ApplicantKind
  /** Own identity, asked only of an account that is bound to nobody. */
  own?: Identity
  personId?: string
  wardId?: string
  organisation?: { id: string; name: string }
  /** Whom an agent or a guardian applies for, when the base does not already name him. */
  principal?: Identity & { relation: string }
  answers: Answers
  /** Form pages that have been sent without an error. */
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
  /** What is under way and what is still to come, in order. */
  ahead: { name: string; who: string; open: boolean }[]
  files: { name: string; href: string }[]
  correction?: {
    text: string
    materials: { key: string; name: string; why: string }[]
    until?: string
    uploads: boolean
  }
  outcome?: { good: boolean; text: string; remedy: string }
  rating?: { score: number; text?: string }
  /** 整改: what was done about a bad rating, and whether the answer to it is still open. */
  remedy?: {
    caseId: string
    version: number
    state: string
    reply: { label: string; value: string }[]
    mayAnswer: boolean
  }
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
  applyStart(caller: Caller, slug: string, personId?: string): Promise<ApplyStart>
  /** A registered organisation by its whole credit code; registered organisations are public facts. */
  organisation(caller: Caller, creditCode: string): Promise<{ id: string; name: string } | null>
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
  /** On the remedy: it is settled, or it is not and why. */
  answerRemedy(caller: Caller, change: Change, answer: { settled: boolean; reason: string }): Promise<void>
  receipt(caller: Caller, id: string): Promise<Uint8Array>
  verify(token: string): Promise<Verified | null>
}
