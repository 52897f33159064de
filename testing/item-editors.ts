import { newKeyRing } from '#kernel/crypto/door.ts'
import { elderCard } from '#modules/service-items/catalogue/elder-card.ts'
import { serviceItems } from '#modules/service-items/module.ts'
import { withConnection } from '#platform/db/connect.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { newId } from '#platform/ids.ts'
import { callerOf } from './call-operations.ts'
import { createTestDatabase } from './database.ts'
import { fakeSessions } from './fake-sessions.ts'

/** A district with two streets, item editors at each, and a window clerk: everybody who matters to a service item. */
export async function startItemEditors() {
  const database = await createTestDatabase()
  const db = createKysely<unknown>(createPool({ url: database.urls.web, applicationName: 'test' }))
  const sessions = await fakeSessions(database)
  const asOwner = <T>(query: string, values: unknown[]) =>
    withConnection(database.urls.owner, async (client) => (await client.query(query, values)).rows as T[])

  const area = async (kind: string, parent: string | null) => {
    const id = newId()
    await asOwner('insert into areas.area (id, kind) values ($1, $2)', [id, kind])
    await asOwner(`insert into areas.area_version (area_id, parent_id, name, source) values ($1, $2, '某地', 'test')`, [
      id,
      parent,
    ])
    return id
  }
  const district = await area('district', null)
  const [here, elsewhere] = [await area('subdistrict', district), await area('subdistrict', district)]
  await asOwner('select areas.refresh_descendants()', [])

  const staff = async (kind: string, areaId: string) => {
    const account = newId()
    await asOwner(
      `with p as (insert into access.post (kind, area_id, name) values ($1, $2, '岗位') returning id)
       insert into access.holding (post_id, account_id) select id, $3 from p`,
      [kind, areaId, account],
    )
    return sessions.signIn(account, 'staff')
  }
  return {
    ...callerOf(serviceItems, db, newKeyRing()),
    db,
    asOwner,
    body: elderCard.body,
    drafter: await staff('itemEditor', here),
    publisher: await staff('itemEditor', here),
    third: await staff('itemEditor', here),
    foreign: await staff('itemEditor', elsewhere),
    ofDistrict: await staff('itemEditor', district),
    clerk: await staff('windowClerk', here),
    resident: await sessions.signIn(newId()),
    async close() {
      await db.destroy()
      await database.dispose()
    },
  }
}

export type ItemEditors = Awaited<ReturnType<typeof startItemEditors>>
