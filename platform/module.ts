import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type Clock, dayOf } from './clock.ts'
import type { Action, AnyOperation, AuditFacts, Context, Emitted, Query, Tx, World } from './contract.ts'
import { problemFromDatabase } from './errors/from-database.ts'
import { type FieldProblem, type Problem, problem } from './errors/problem.ts'

/** What a call brings beside its input. */
export interface Call {
  sessionId: string | null
  /** Set by the worker alone; a web process that sets it gains nothing, because the database asks for the login. */
  job?: string
  idempotencyKey?: string
  expectedVersion?: number
}

/** The kernel's part of the pipeline, handed in because arrows never point upwards. */
export interface Ports<W extends World> {
  db: Kysely<unknown>
  clock: Clock
  services: W['services']
  /** Resolves the session inside the transaction; an unknown session is an anonymous actor. */
  enter(tx: Tx, call: Call): Promise<W['actor']>
  audit(
    tx: Tx,
    entry: AuditFacts & { verb: string; outcome: 'done' | 'refused' | 'failed'; channel: string; at: string },
  ): Promise<void>
  emit(tx: Tx, events: Emitted[], at: string): Promise<void>
  /** Told after the commit, for what may be lost in a crash but must not hold up others' commits. */
  committed?(events: readonly Emitted[]): void
  answered: {
    /** The kept answer of an earlier call with this key, or null after reserving the key for this one. */
    reserve(tx: Tx, operation: string, key: string, digest: Buffer): Promise<{ answer: unknown } | null>
    keep(tx: Tx, operation: string, key: string, answer: unknown): Promise<void>
  }
  /** For tests alone: lets every policy say yes, so that what remains is the database's refusal. */
  policyOff?: boolean
}

export interface Answer {
  output: unknown
  /** True where the effect happened in an earlier call with the same Idempotency-Key. */
  replayed: boolean
}

/** Runs one operation: validate → transaction(set actor → load and lock → allow → run → audit → events). Throws a Problem. */
export async function callOperation<W extends World>(
  ports: Ports<W>,
  moduleName: string,
  operation: AnyOperation<W>,
  call: Call,
  rawInput: unknown,
): Promise<Answer> {
  const verb = `${moduleName}.${operation.name}`
  const input = parseInput(operation, rawInput)
  try {
    const events: Emitted[] = []
    const answer = await ports.db
      .transaction()
      .execute((tx) => inTransaction(ports, verb, operation, call, input, events, tx))
    if (events.length > 0) ports.committed?.(events)
    return answer
  } catch (error) {
    const found = problemFromDatabase(error)
    if (found.code === 'refused' || found.code === 'refused-by-database') await auditDenial(ports, verb, call, found)
    throw found
  }
}

async function inTransaction<W extends World>(
  ports: Ports<W>,
  verb: string,
  operation: AnyOperation<W>,
  call: Call,
  input: unknown,
  events: Emitted[],
  tx: Tx,
): Promise<Answer> {
  const actor = await ports.enter(tx, call)
  if (!operation.callers.includes(actor.kind)) {
    throw actor.kind === 'anonymous' ? problem('not-signed-in') : problem('refused', { reason: 'platform.not-for-you' })
  }
  const now = ports.clock.now()
  const ctx: Context<W> = {
    tx,
    actor,
    services: ports.services,
    now,
    today: dayOf(now),
    expectedVersion: call.expectedVersion,
    emit: (event) => events.push(event),
  }
  if (operation.kind === 'query') return { output: await runQuery(ports, verb, operation, ctx, input), replayed: false }

  const key = actor.accountId && operation.keepsAnswer !== false ? call.idempotencyKey : undefined
  if (key) {
    const earlier = await ports.answered.reserve(tx, verb, key, digestOf(input))
    if (earlier) return { output: earlier.answer, replayed: true }
  }
  const { output, facts } = await runAction(ports, operation, ctx, input)
  await ports.emit(tx, events, now)
  if (key) await ports.answered.keep(tx, verb, key, output)
  // Last, because a chain of the audit is held from here to the commit.
  await ports.audit(tx, { ...facts, verb, outcome: 'done', channel: actor.kind, at: now })
  return { output, replayed: false }
}

async function runAction<W extends World>(
  ports: Ports<W>,
  // biome-ignore lint/suspicious/noExplicitAny: the operation's own schemas have checked input and output
  action: Action<W, any, any, any>,
  ctx: Context<W>,
  input: unknown,
) {
  const subject = await action.load(ctx, input)
  if (subject === null) throw problem('not-found')
  if (!ports.policyOff) {
    const decision = action.allow(ctx.actor, subject, input)
    if (!decision.allowed) throw problem('refused', decision)
  }
  const output = action.output.parse(await action.run(ctx, subject, input))
  return { output, facts: action.audit(subject, input, output) }
}

async function runQuery<W extends World>(
  ports: Ports<W>,
  verb: string,
  // biome-ignore lint/suspicious/noExplicitAny: the operation's own schemas have checked input and output
  query: Query<W, any, any>,
  ctx: Context<W>,
  input: unknown,
): Promise<unknown> {
  if (!ports.policyOff) {
    const decision = query.allow(ctx.actor, input)
    if (!decision.allowed) throw problem('refused', decision)
  }
  const output = query.output.parse(await query.run(ctx, input))
  const facts = query.audit?.(input, output)
  if (facts) await ports.audit(ctx.tx, { ...facts, verb, outcome: 'done', channel: ctx.actor.kind, at: ctx.now })
  return output
}

// biome-ignore lint/suspicious/noExplicitAny: a module holds operations of any input
function parseInput(operation: AnyOperation<any>, raw: unknown): unknown {
  const parsed = operation.input.safeParse(raw)
  if (parsed.success) return parsed.data
  const fields: FieldProblem[] = parsed.error.issues.map(
    (issue: { path: PropertyKey[]; code: string; message: string }) => ({
      path: issue.path.map(String).join('.'),
      reason: `input.${issue.code}`,
      params: { message: issue.message },
    }),
  )
  throw problem('invalid-input', { fields })
}

/** A denial is audited in a transaction of its own, because the refused one is rolled back. */
async function auditDenial<W extends World>(ports: Ports<W>, verb: string, call: Call, found: Problem): Promise<void> {
  await ports.db.transaction().execute(async (tx) => {
    const actor = await ports.enter(tx, call)
    await ports.audit(tx, {
      verb,
      outcome: 'refused',
      channel: actor.kind,
      at: ports.clock.now(),
      detail: { reason: found.reason ?? found.code },
    })
  })
}

function digestOf(input: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(input)).digest()
}
