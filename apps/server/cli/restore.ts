import path from 'node:path'
import { StartProblem } from '#platform/config/start-problem.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import type { Command } from './command.ts'
import { outsideBackupAdvice } from './outside-backup-advice.ts'

export const restoreCommand: Command = {
  summary: '把备份恢复到空文件夹 / restore a backup into an empty folder',
  help: `restore <file>

Restores into LINLI_DATA, which must be empty or absent, and checks the number of rows of every table.
LINLI_KEYS must hold the key folder of the server that was backed up.

  LINLI_DATA=./restored LINLI_KEYS=./data-keys npm run linli -- restore backups/linli-….backup
`,
  async run({ config, words, say, progress }) {
    if (config.database.kind === 'outside') {
      outsideBackupAdvice(config).forEach(say)
      return 1
    }
    if (!words[0]) throw new StartProblem('缺少备份文件 / which backup? npm run linli -- restore <file>')
    const restored = await restoreBackup({ config, file: path.resolve(words[0]), progress })
    for (const note of restored.notes) say(`备份期间有写入 / written during the backup: ${note}`)
    say(`已恢复 / restored: ${restored.tables} tables, ${restored.rows} rows, ${config.dataFolder}`)
    return 0
  },
}
