import { StartProblem } from '#platform/config/start-problem.ts'
import { withConnection } from '#platform/db/connect.ts'
import { clearCases } from './clear-cases.ts'

/** Takes out only what the seeding made: a database that never was a demo has no mark, and is not touched. */
export async function emptyDemo(ownerUrl: string): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    const { rowCount } = await client.query('select from demo.seeding')
    if (rowCount === 0)
      throw new StartProblem('这不是演示数据库，未作任何改动 / this database is no demo; nothing was changed')
    await client.query('begin')
    await clearCases(client)
    await client.query(
      'truncate registry.person, registry.dwelling, registry.estate, registry.building, registry.household, registry.organisation cascade',
    )
    await client.query(`delete from demo.seeding where step <> 'begun'`)
    await client.query('commit')
  })
}
