import { loadKeyRing } from '#kernel/crypto/door.ts'
import { StartProblem } from '#platform/config/start-problem.ts'
import { withConnection } from '#platform/db/connect.ts'
import { bringUpToDate } from '../bring-up-to-date.ts'
import { seedDemo } from '../demo/seed-demo.ts'
import type { Command } from './command.ts'
import { needOwner, withDatabase } from './with-database.ts'

export const demoCommand: Command = {
  summary: '装入或重置演示数据 / fill or reset the demo',
  help: `demo [--reset] [--seed N]

Fills an empty database with the demo street, or goes on where an earlier start was cut off.
  --reset    empties the demo and fills it again; refused on a database that is no demo
  --seed N   another seed gives other synthetic residents (default: LINLI_SEED)

Example: npm run linli -- demo --reset --seed 7
`,
  options: { reset: { type: 'boolean' }, seed: { type: 'string' } },
  async run({ config, values, say, progress }) {
    const seed = values.seed === undefined ? config.seed : Number(values.seed)
    if (!Number.isSafeInteger(seed)) throw new StartProblem('--seed 应为整数 / --seed takes a whole number')
    return withDatabase(config, progress, async (urls) => {
      const ownerUrl = needOwner(urls)
      if (!urls.web || !urls.auth)
        throw new StartProblem('需要 web 与 auth 登录 / the demo needs the logins of web and auth')
      await bringUpToDate(ownerUrl)
      if (values.reset) await emptyDemo(ownerUrl)
      await seedDemo({
        ownerUrl,
        webUrl: urls.web,
        authUrl: urls.auth,
        keys: loadKeyRing({ folder: config.keysFolder, suite: config.cipher }),
        seed,
        people: config.scale,
        cases: Math.min(300, Math.max(30, Math.round(config.scale / 20))),
        now: new Date().toISOString(),
        progress,
      })
      say('演示数据已就绪 / the demo is ready')
      return 0
    })
  },
}

/** Only what the seeding made: a database that never was a demo has no mark, and is not touched. */
async function emptyDemo(ownerUrl: string): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    const { rowCount } = await client.query('select from demo.seeding')
    if (rowCount === 0)
      throw new StartProblem('这不是演示数据库，未作任何改动 / this database is no demo; nothing was changed')
    await client.query('begin')
    await client.query('truncate cases."case", cases.number_counter cascade')
    await client.query(
      'truncate registry.person, registry.dwelling, registry.estate, registry.building, registry.household, registry.organisation cascade',
    )
    await client.query(`delete from demo.seeding where step <> 'begun'`)
    await client.query('commit')
  })
}
