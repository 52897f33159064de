import { urlFor } from '#platform/db/connect.ts'
import type { RolePasswords } from '#platform/db/roles.ts'

/** One connection url per role; the superuser's serves bootstrap, backup and doctor. */
export interface DatabaseUrls {
  superuser: string
  owner: string
  web: string
  worker: string
  auth: string
  jobs: string
}

export function databaseUrls(superuser: string, passwords: RolePasswords): DatabaseUrls {
  const as = (user: keyof RolePasswords) => urlFor(superuser, { user, password: passwords[user] })
  return {
    superuser,
    owner: as('linli_owner'),
    web: as('linli_web'),
    worker: as('linli_worker'),
    auth: as('linli_auth'),
    jobs: as('linli_jobs'),
  }
}
