import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import type { Call } from '#platform/module.ts'
import { type Actor, anonymous } from './actor.ts'

/** Names the session (or the worker's job) for this transaction alone and asks the database who that is. */
export async function enter(tx: Tx, { sessionId, job }: Call): Promise<Actor> {
  const { rows } = await sql<{ me: Actor | null }>`select access.enter(${sessionId ?? ''}, ${job ?? ''}) as me`.execute(
    tx,
  )
  return rows[0]?.me ?? anonymous
}
