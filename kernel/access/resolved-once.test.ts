import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
let db: ReturnType<typeof createKysely<unknown>>
beforeAll(async () => {
  world = await createWorld()
  db = createKysely<unknown>(createPool({ url: world.database.urls.web, applicationName: 'test' }))
})
afterAll(async () => {
  await db.destroy()
  await world.dispose()
})

test('what was resolved for a session is not believed for another, nor when the application writes it itself', async () => {
  const clerk = world.accounts.clerk
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('linli.session', ${clerk.sessionId}, true)`.execute(tx)
    const first = await sql<{
      me: string
      kept: string
    }>`select access.account_id() as me, current_setting('linli.resolved') as kept`.execute(tx)
    expect(first.rows[0]!.me).toBe(clerk.accountId)
    const kept = (await sql<{ kept: string }>`select current_setting('linli.resolved') as kept`.execute(tx)).rows[0]!
      .kept
    await sql`select set_config('linli.session', ${world.accounts.elder.sessionId}, true)`.execute(tx)
    expect((await sql<{ me: string }>`select access.account_id() as me`.execute(tx)).rows[0]!.me).toBe(
      world.accounts.elder.accountId,
    )
    const forged = kept.slice(0, 64) + kept.slice(64).replace(clerk.accountId, world.accounts.leader.accountId)
    await sql`select set_config('linli.session', ${clerk.sessionId}, true), set_config('linli.resolved', ${forged}, true)`.execute(
      tx,
    )
    expect((await sql<{ me: string }>`select access.account_id() as me`.execute(tx)).rows[0]!.me).toBe(clerk.accountId)
  })
})

test('what was resolved in one transaction is worth nothing in the next', async () => {
  const connection = createKysely<unknown>(
    createPool({ url: world.database.urls.web, applicationName: 'test', max: 1 }),
  )
  const kept = await connection.transaction().execute(async (tx) => {
    await sql`select set_config('linli.session', ${world.accounts.clerk.sessionId}, true)`.execute(tx)
    await sql`select access.holder_keys()`.execute(tx)
    return (await sql<{ kept: string }>`select current_setting('linli.resolved') as kept`.execute(tx)).rows[0]!.kept
  })
  await world.look(`delete from auth."session" where "id" = $1`, [world.accounts.clerk.sessionId])
  const me = await connection.transaction().execute(async (tx) => {
    await sql`select set_config('linli.session', ${world.accounts.clerk.sessionId}, true), set_config('linli.resolved', ${kept}, true)`.execute(
      tx,
    )
    return (await sql<{ me: string | null }>`select access.account_id() as me`.execute(tx)).rows[0]!.me
  })
  expect(me).toBeNull()
  await connection.destroy()
})
