import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import { type Call, setActor } from '#platform/module.ts'
import { type Actor, anonymous } from './actor.ts'

/** Names the session for this transaction and asks the database who that is. */
export async function enter(tx: Tx, call: Call): Promise<Actor> {
  await setActor(tx, call)
  if (!call.sessionId && !call.job) return anonymous
  const { rows } = await sql<{ me: Actor | null }>`select access.me() as me`.execute(tx)
  return rows[0]?.me ?? anonymous
}
