import { randomBytes, randomUUID } from 'node:crypto'
import type { Identity } from '#kernel/identity/door.ts'

/** Sessions of the demo's accounts for the time of seeding, so that every case is made by an action of somebody. */
export interface DemoSessions {
  of(accountId: string): Promise<string>
  end(): Promise<void>
}

export function demoSessions(identity: Identity): DemoSessions {
  const open = new Map<string, string>()
  return {
    async of(accountId) {
      const known = open.get(accountId)
      if (known) return known
      const id = randomUUID()
      await identity.pool.query(
        `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId", "accountId", "accountKind")
         select $1, now() + interval '1 hour', $2, now(), a.auth_user_id, a.id, a.kind from identity.account a where a.id = $3`,
        [id, randomBytes(32).toString('base64url'), accountId],
      )
      open.set(accountId, id)
      return id
    },
    async end() {
      await identity.pool.query('delete from auth."session" where "id" = any ($1::uuid[])', [[...open.values()]])
    },
  }
}
