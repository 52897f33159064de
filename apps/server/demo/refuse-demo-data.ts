import { sql } from 'kysely'
import { StartProblem } from '#platform/config/start-problem.ts'
import type { Runtime } from '../runtime.ts'

/** A demo's accounts have published passwords: a street must not go to work on them because a setting was left out. */
export async function refuseDemoData({ web }: Runtime): Promise<void> {
  const { rows } = await sql`SELECT FROM demo.seeding LIMIT 1`.execute(web)
  if (rows.length > 0)
    throw new StartProblem(
      '此数据库是演示数据，账号密码公开，请另设 LINLI_DATA / this database is a demo with published passwords: choose a new LINLI_DATA, or start it with LINLI_DEMO=true',
    )
}
