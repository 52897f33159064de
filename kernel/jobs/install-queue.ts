import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { quietLogger } from './queue-logger.ts'

/**
 * Installs or upgrades graphile-worker's own schema as linli_jobs, called by `migrate` with the owner's login.
 * The queue's role may create its schema during this call only.
 */
export async function installQueue(ownerUrl: string): Promise<void> {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1, application_name: 'linli-migrate' })
  const queue = new pg.Pool({
    connectionString: ownerUrl,
    max: 2,
    application_name: 'linli-migrate',
    options: '-c role=linli_jobs',
  })
  // An error of the connection reaches the query that waits for it; graphile-worker asks for a listener all the same.
  queue.on('error', () => undefined)
  queue.on('connect', (client) => client.on('error', () => undefined))
  try {
    const database = pg.escapeIdentifier((await owner.query('select current_database() as name')).rows[0].name)
    await owner.query(`grant create on database ${database} to linli_jobs`)
    try {
      await runMigrations({ pgPool: queue, taskList: {}, parsedCronItems: [], logger: quietLogger })
    } finally {
      await owner.query(`revoke create on database ${database} from linli_jobs`)
    }
  } finally {
    await Promise.all([owner.end(), queue.end()])
  }
}
