import { randomBytes } from 'node:crypto'
import { bringUpToDate, TREE } from '#apps/server/bring-up-to-date.ts'
import { type DatabaseUrls, databaseUrls } from '#apps/server/postgres/urls.ts'
import { urlFor, withConnection } from '#platform/db/connect.ts'
import { ensureDatabase, ensureRoles, prepareDatabase, type RolePasswords } from '#platform/db/roles.ts'

export { TREE }

const TEMPLATE = 'linli_template'
const SHARED = 'TEST_POSTGRES_SUPERUSER_URL'
const PASSWORD = 'only-in-tests'

const passwords: RolePasswords = {
  linli_owner: PASSWORD,
  linli_web: PASSWORD,
  linli_worker: PASSWORD,
  linli_auth: PASSWORD,
  linli_jobs: PASSWORD,
}

export interface TestDatabase {
  name: string
  /** One connection url per role, as the server gets them in operation. */
  urls: DatabaseUrls
  dispose(): Promise<void>
}

/** Roles, extensions and all migrations, in a database that is only ever copied. */
export async function createTemplate(superuserUrl: string): Promise<string> {
  await withConnection(superuserUrl, async (client) => {
    await ensureRoles(client, passwords)
    await ensureDatabase(client, TEMPLATE)
  })
  await withConnection(urlFor(superuserUrl, { database: TEMPLATE }), (client) => prepareDatabase(client, TEMPLATE))
  const ownerUrl = urlFor(superuserUrl, { user: 'linli_owner', password: PASSWORD, database: TEMPLATE })
  await bringUpToDate(ownerUrl)
  return superuserUrl
}

/** Hands the server to the test processes, which inherit the environment. */
export function shareCluster(superuserUrl: string): void {
  process.env[SHARED] = superuserUrl
}

/** A database of its own for one test file: a copy of the migrated template, made in milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const superuser = process.env[SHARED]
  if (!superuser) throw new Error('createTestDatabase runs under vitest, whose global setup starts the server')
  const name = `test_${randomBytes(6).toString('hex')}`
  await withConnection(superuser, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER linli_owner STRATEGY FILE_COPY`)
  })
  await withConnection(urlFor(superuser, { database: name }), (client) => prepareDatabase(client, name))
  return {
    name,
    urls: databaseUrls(urlFor(superuser, { database: name }), passwords),
    dispose: () =>
      withConnection(superuser, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  }
}
