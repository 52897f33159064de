import type { Kysely } from 'kysely'
import type { z } from 'zod'

/** Kinds of callers that may try an operation at all; what each may do is decided by `allow` and by the database. */
export type Caller = 'staff' | 'resident' | 'machine' | 'anonymous' | 'system'

export type Tx = Kysely<unknown>

/** Whoever calls, as the database resolved it from a session's id. A kernel gives it more fields. */
export interface ActorBase {
  accountId: string | null
  kind: Caller
}

/** What the layers above bring into every call: their actor and the services (keys, settings) that operations lean on. */
export interface World {
  actor: ActorBase
  services: object
}

export interface Emitted {
  /** `module.happened@version` */
  name: string
  caseId?: string
  ids?: Record<string, string | number>
}

export interface Context<W extends World> {
  tx: Tx
  actor: W['actor']
  services: W['services']
  /** Instant, ISO 8601 UTC. */
  now: string
  /** Day in Asia/Shanghai, `YYYY-MM-DD`. */
  today: string
  /** Version that the caller believes to change (If-Match), if it sent one. */
  expectedVersion: number | undefined
  /** Tells other modules, at least once and in order per case, after this transaction commits. */
  emit(event: Emitted): void
}

/** `reason` is the key of a text that tells the caller why not, and what would help. */
export type Decision = { allowed: true } | { allowed: false; reason: string; params?: Record<string, string | number> }
export const allowed: Decision = { allowed: true }
export const refused = (reason: string, params?: Record<string, string | number>): Decision => ({
  allowed: false,
  reason,
  ...(params ? { params } : {}),
})

/** What the audit entry of one call says: ids and codes; `reason` is a typed text and is kept erasable. */
export interface AuditFacts {
  caseId?: string | null
  subjects?: string[]
  purpose?: string
  detail?: Record<string, string | number | boolean | null>
  reason?: string
}

export interface Action<
  W extends World,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  S = unknown,
> {
  kind: 'action'
  /** The verb: `accept` in module `applications` is `POST /api/applications.accept`. */
  name: string
  summary: string
  callers: readonly Caller[]
  /** Set where the answer shows personal fields or a code: it is never stored, and a repeated call is checked and audited anew. */
  keepsAnswer?: false
  input: I
  output: O
  /** Loads and locks what the action is about; null answers 404, alike for absent and out of sight. */
  load(ctx: Context<W>, input: z.output<I>): Promise<S | null>
  allow(actor: W['actor'], subject: S, input: z.output<I>): Decision
  run(ctx: Context<W>, subject: S, input: z.output<I>): Promise<z.input<O>>
  audit(subject: S, input: z.output<I>, output: z.input<O>): AuditFacts
}

export interface Query<W extends World, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'query'
  name: string
  summary: string
  callers: readonly Caller[]
  /** Personal input or output: called by POST and never stored, so that no ID number stands in a URL or a proxy's log. */
  personal: boolean
  input: I
  output: O
  allow(actor: W['actor'], input: z.output<I>): Decision
  run(ctx: Context<W>, input: z.output<I>): Promise<z.input<O>>
  /** A list is one entry naming the subjects shown; null where nothing personal was shown. */
  audit?(input: z.output<I>, output: z.input<O>): AuditFacts | null
}

// biome-ignore lint/suspicious/noExplicitAny: a module holds operations of any input, output and subject
export type AnyOperation<W extends World> = Action<W, any, any, any> | Query<W, any, any>

export interface Module<W extends World> {
  name: string
  operations: readonly AnyOperation<W>[]
  /** Texts by language, keyed `module.key`. */
  texts?: Texts
}

export const languages = ['zh-CN', 'zh-Hant', 'en'] as const
export type Language = (typeof languages)[number]
export type Texts = { 'zh-CN': Record<string, string> } & Partial<Record<Language, Record<string, string>>>
