import { stat } from 'node:fs/promises'
import path from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { StartProblem } from '#platform/config/start-problem.ts'
import { makeBackup } from '../backup/make-backup.ts'
import { inspectDataFolder } from '../postgres/data-folder.ts'
import type { Command } from './command.ts'
import { outsideBackupAdvice } from './outside-backup-advice.ts'
import { atPostgres, withEmbedded } from './with-database.ts'

export const backupCommand: Command = {
  summary: '备份数据库、文件与校验点 / back up database, files and checkpoints',
  help: `backup [file]

Writes one encrypted file (default: backups/linli-<time>.backup), also while the server runs.
The key folder is not in it: keep a copy of LINLI_KEYS in another place. Without it nobody can read a backup.
With another PostgreSQL the command says what to run with that server's own tools.
`,
  async run({ config, words, say, progress }) {
    if (config.database.kind === 'outside') {
      outsideBackupAdvice(config).forEach(say)
      return 1
    }
    const now = systemClock.now()
    const file = path.resolve(words[0] ?? path.join('backups', `linli-${now.replace(/[-:]|\.\d+/g, '')}.backup`))
    if ((await inspectDataFolder(path.join(config.dataFolder, 'postgres'))) === 'absent') {
      throw new StartProblem(`没有可备份的数据 / there is nothing to back up in ${config.dataFolder}`)
    }
    await withEmbedded(config, progress, ({ superuser }) =>
      makeBackup({ config, superuserUrl: atPostgres(superuser), databaseUrl: superuser, file, now }),
    )
    const { size } = await stat(file)
    say(`已备份 / backed up: ${file} (${(size / 1_048_576).toFixed(1)} MiB)`)
    say(`请另存密钥文件夹 / keep the keys apart: ${config.keysFolder}`)
    return 0
  },
}
