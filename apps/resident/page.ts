import type { ReactNode } from 'react'
import type { Language } from '#platform/contract.ts'
import type { Problem } from '#platform/errors/problem.ts'
import type { Caller } from './caller.ts'
import type { Form } from './form-body.ts'
import type { Account, ResidentApi, Street } from './resident-api.ts'
import type { TextKey, Translate } from './texts/texts.ts'

/** `person` needs an account to which a checked person is bound; the page itself explains how, so it still opens. */
export type Who = 'anyone' | 'account' | 'person'

export interface Visit {
  api: ResidentApi
  caller: Caller
  account: Account | null
  street: Street
  language: Language
  elder: boolean
  t: Translate
  /** Why an action said no, in the reader's language. */
  explain(problem: Problem): string
  url: URL
  /** Values of `:name` parts of the path. */
  params: Record<string, string>
  door: {
    requestCode(phone: string): Promise<{ demoCode?: string }>
    enter(phone: string, code: string): Promise<void>
    leave(): Promise<void>
  }
}

export interface Shown {
  title: string
  body: ReactNode
  status?: number
  /** Where the link above the heading goes. */
  back?: { href: string; text: string }
}

export interface Sent {
  redirect: string
}

export interface Download {
  bytes: Uint8Array
  type: string
  fileName: string
}

export type Answer = Shown | Sent | Download

export interface Page {
  /** Path with `:name` parts; the axe test fills them from what the sample street holds. */
  path: string
  title: TextKey
  who: Who
  /** Shows every visitor who has not signed in the same, so that it may be kept for a few seconds. */
  sameForAll?: true
  get(visit: Visit): Promise<Answer>
  post?(visit: Visit, form: Form): Promise<Answer>
}

export interface FieldError {
  /** Id of the control, so that the summary can link to it. */
  field: string
  message: string
}
