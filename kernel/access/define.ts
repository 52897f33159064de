import type { z } from 'zod'
import type { Action, Context, Module, Query } from '#platform/contract.ts'
import type { Actor } from './actor.ts'

export type Ctx = Context<Actor>
export type LinliModule = Module<Actor>

export function defineAction<I extends z.ZodType, O extends z.ZodType, S>(
  action: Omit<Action<Actor, I, O, S>, 'kind'>,
): Action<Actor, I, O, S> {
  return { kind: 'action', ...action }
}

export function defineQuery<I extends z.ZodType, O extends z.ZodType>(
  query: Omit<Query<Actor, I, O>, 'kind'>,
): Query<Actor, I, O> {
  return { kind: 'query', ...query }
}
