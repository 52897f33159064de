import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '#platform/db/connect.ts'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.dispose())

test('the runtime role may not hand out sight of a person', async () => {
  await withConnection(database.urls.web, async (client) => {
    for (const call of [
      "registry.grant_person_scope(uuidv7(), 'account:x', 'curious', null)",
      "registry.refresh_residency_scope('{}')",
      "registry.bind_item_fields('x', '{}')",
    ]) {
      await expect(client.query(`select ${call}`)).rejects.toThrow('permission denied')
    }
    await expect(client.query("insert into registry.person_scope values (uuidv7(), 'a', 'b', null)")).rejects.toThrow(
      'permission denied',
    )
  })
})
