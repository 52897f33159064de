import { loadKeyRing } from '#kernel/crypto/door.ts'
import { StartProblem } from '#platform/config/start-problem.ts'
import { bringUpToDate } from '../bring-up-to-date.ts'
import { emptyDemo } from '../demo/empty-demo.ts'
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
    // Its accounts have published passwords: they must not come to be where people work.
    if (!config.demo)
      throw new StartProblem('未处于演示模式，未作任何改动 / not in demo mode (LINLI_DEMO); nothing was changed')
    const seed = values.seed === undefined ? config.seed : Number(values.seed)
    if (!Number.isSafeInteger(seed)) throw new StartProblem('--seed 应为整数 / --seed takes a whole number')
    return withDatabase(config, progress, async (urls) => {
      const ownerUrl = needOwner(urls)
      if (!urls.web || !urls.worker || !urls.auth)
        throw new StartProblem('需要 web、worker 与 auth 登录 / the demo needs the logins of web, worker and auth')
      await bringUpToDate(ownerUrl)
      if (values.reset) await emptyDemo(ownerUrl)
      await seedDemo({
        ownerUrl,
        webUrl: urls.web,
        workerUrl: urls.worker,
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
