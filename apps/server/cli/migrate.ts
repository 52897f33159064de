import { bringUpToDate } from '../bring-up-to-date.ts'
import type { Command } from './command.ts'
import { needOwner, withDatabase } from './with-database.ts'

export const migrateCommand: Command = {
  summary: '更新数据库结构 / bring the database schema up to date',
  help: `migrate

Applies the migrations that the database lacks, in order, each in a transaction of its own.
With another PostgreSQL it is the only command that needs the owner's login (DATABASE_URL).
`,
  async run({ config, say, progress }) {
    const applied = await withDatabase(config, progress, (urls) =>
      bringUpToDate(needOwner(urls), ({ path }) => progress(path)),
    )
    say(
      applied.length === 0
        ? '已是最新 / the schema is current'
        : `已应用 ${applied.length} 个迁移 / ${applied.length} migrations applied`,
    )
    return 0
  },
}
