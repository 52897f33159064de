import type { z } from 'zod'
import type { KeyRing } from '#kernel/crypto/door.ts'
import type { AnyJob, Subscription } from '#kernel/jobs/door.ts'
import type { Action, Context, Module, Query, World } from '#platform/contract.ts'
import type { Actor } from './actor.ts'

/** What operations lean on beside the transaction. */
export interface Services {
  keys: KeyRing
  /** Where residents reach this installation, without a slash at the end. */
  publicUrl: string
  /** Demo and tests: ID numbers of an area that no division has are people like any other. */
  syntheticPeople?: boolean
}

export interface Linli extends World {
  actor: Actor
  services: Services
}

export type Ctx = Context<Linli>

/** As much of a context as changing a case takes: a worker's job has it too, with no session and no services. */
export type Acting = Pick<Ctx, 'tx' | 'actor' | 'now' | 'today' | 'expectedVersion'>

export interface LinliModule extends Module<Linli> {
  jobs?: readonly AnyJob[]
  /** Consumers of other modules' events: one line each. */
  subscriptions?: readonly Subscription[]
}

export function defineModule(module: LinliModule): LinliModule {
  return module
}

export function defineAction<I extends z.ZodType, O extends z.ZodType, S>(
  action: Omit<Action<Linli, I, O, S>, 'kind'>,
): Action<Linli, I, O, S> {
  return { kind: 'action', ...action }
}

export function defineQuery<I extends z.ZodType, O extends z.ZodType>(
  query: Omit<Query<Linli, I, O>, 'kind'>,
): Query<Linli, I, O> {
  return { kind: 'query', ...query }
}
