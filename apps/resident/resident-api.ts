/** The port behind the resident pages: the same actions and queries as the HTTP API, called in process with the visitor's session. */
import type { Context } from 'hono'
import type { ApplicationApi } from './application-api.ts'
import type { Caller } from './caller.ts'
import type { ItemApi } from './item-api.ts'

export interface Street {
  /** Null while no street's desk has been entered. */
  id: string | null
  name: string
  hotline: string
  centre: { name: string; address: string; hours: string }
  /** True on a demo street: every page then says that its people are invented. */
  demo: boolean
  /** Today in the street, `YYYY-MM-DD`. */
  today: string
}

export interface Account {
  phoneMasked: string
  /** The person whom a checked document or a posted code has bound; null while only the phone is known. */
  person: { name: string } | null
  unread: number
}

export interface Known {
  label: string
  value: string
  source: string
  /** `YYYY-MM-DD`, when the source said so. */
  asOf: string
  /** The field that shows the masked number in full. */
  masked?: RevealField
}

export type RevealField = 'idNumber' | 'phones'

export interface KnownPerson {
  id: string
  name: string
  /** Not oneself, but somebody in one's care. */
  ward: boolean
  values: Known[]
}

export interface Look {
  at: string
  /** A post or a system, never the private name of a member of staff. */
  who: string
  /** By this very account. */
  own: boolean
  why: string
  what: string
}

export interface Message {
  id: string
  at: string
  title: string
  text: string
  href?: string
  read: boolean
}

export interface Binding {
  personId: string
  name: string
  how: 'checkedDocument' | 'postedCode'
  since: string
}

export interface AccountApi {
  account(caller: Caller): Promise<Account | null>
  /** Null while nobody is bound to the account. */
  myData(caller: Caller): Promise<KnownPerson[] | null>
  /** One masked number of one's own, or of a ward, in full. */
  revealOwn(caller: Caller, personId: string, field: RevealField): Promise<string>
  whoLooked(caller: Caller): Promise<Look[] | null>
  messages(caller: Caller): Promise<Message[]>
  markRead(caller: Caller): Promise<void>
  bindings(caller: Caller): Promise<Binding[]>
  /** Shown on the own screen and read by a clerk, who holds the document in her hand. */
  showBindingCode(caller: Caller): Promise<{ code: string; minutes: number }>
  /** False for every code that opens nothing. */
  redeemLetter(caller: Caller, code: string): Promise<boolean>
  endBinding(caller: Caller, personId: string): Promise<void>
}

/** Entering and leaving sit beside the port, because they set cookies and happen before there is a session. */
export interface SignInDoor {
  sessionOf(c: Context): Promise<string | null>
  /** Answers alike whether or not the number is known. On a demo street the code comes back, for want of a telephone. */
  requestCode(c: Context, phone: string): Promise<{ demoCode?: string }>
  enter(c: Context, phone: string, code: string): Promise<void>
  leave(c: Context): Promise<void>
}

export interface ResidentApi extends AccountApi, ItemApi, ApplicationApi {
  street(): Promise<Street>
}
