import { hkdfSync } from 'node:crypto'
import type { Kysely } from 'kysely'
import { enter, keep, type Linli, type LinliModule, reserve } from '#kernel/access/door.ts'
import { append } from '#kernel/audit/door.ts'
import type { KeyRing } from '#kernel/crypto/door.ts'
import { auditSignInWith, type Identity, openIdentity } from '#kernel/identity/door.ts'
import { emitEvent } from '#kernel/jobs/door.ts'
import type { Clock } from '#platform/clock.ts'
import type { AnyOperation } from '#platform/contract.ts'
import { type Answer, type Call, callOperation, type Ports } from '#platform/module.ts'
import { modules, subscriptionsOf } from './modules.ts'

export interface Ingredients {
  /** As linli_web. */
  db: Kysely<unknown>
  authUrl: string
  keys: KeyRing
  clock: Clock
  publicUrl: string
  sendCode(phone: string, code: string): Promise<void>
  /** A demo street: its people are synthetic, and as they have no telephones, its pages show the code that was just sent. */
  demo?: boolean
  /** Live updates; without it nobody is told. */
  committed?: NonNullable<Ports<Linli>['committed']>
  /** Other than by the queue: the demo takes events to their subscribers on the day of the story. */
  emit?: Ports<Linli>['emit']
  /** For tests alone. */
  policyOff?: boolean
}

export interface Composition {
  ports: Ports<Linli>
  identity: Identity
  /** The same pipeline as HTTP, for pages rendered here and for the demo. */
  call(operation: string, call: Call, input: unknown): Promise<Answer>
  /** On a demo street: the code just sent to this number, once. */
  takeShownCode(phone: string): string | undefined
}

/** Puts the kernel's parts into the one pipeline; web server, tests and demo all run on this. */
export async function compose(given: Ingredients): Promise<Composition> {
  const { db, keys, clock, publicUrl } = given
  subscriptionsOf(modules)
  const ports: Ports<Linli> = {
    db,
    clock,
    services: { keys, publicUrl, ...(given.demo ? { syntheticPeople: true } : {}) },
    enter,
    audit: append,
    emit:
      given.emit ??
      (async (tx, events) => {
        for (const event of events) await emitEvent(tx, event)
      }),
    answered: { reserve, keep },
    ...(given.committed ? { committed: given.committed } : {}),
    ...(given.policyOff ? { policyOff: true } : {}),
  }
  const shown = new Map<string, string>()
  const identity = await openIdentity({
    authUrl: given.authUrl,
    secret: Buffer.from(hkdfSync('sha256', keys.indexKey, '', 'linli identity', 32)).toString('base64url'),
    ring: keys,
    sendCode: async (phone, code) => {
      if (given.demo) shown.set(phone, code)
      await given.sendCode(phone, code)
    },
    auditSignIn: auditSignInWith(db, clock),
  })
  return {
    ports,
    identity,
    call: (operation, call, input) => callByName(ports, operation, call, input),
    takeShownCode(phone) {
      const code = shown.get(phone)
      shown.delete(phone)
      return code
    },
  }
}

const byName: Map<string, { module: LinliModule; operation: AnyOperation<Linli> }> = new Map(
  modules.flatMap((module) =>
    module.operations.map(
      (operation) => [`${module.name}.${operation.name}` as string, { module, operation }] as const,
    ),
  ),
)

function callByName(ports: Ports<Linli>, name: string, call: Call, input: unknown): Promise<Answer> {
  const found = byName.get(name)
  if (!found) throw new Error(`there is no operation ${name}`)
  return callOperation(ports, found.module.name, found.operation, call, input)
}
