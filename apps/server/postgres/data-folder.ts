import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import { StartProblem } from '#platform/config/start-problem.ts'

const MAJOR = '18'

/** Absent: make it. Present: it must look like a database of this version before PostgreSQL is let loose on it. */
export async function inspectDataFolder(folder: string): Promise<'absent' | 'present'> {
  if (!(await exists(folder))) return 'absent'
  const version = (await readFile(path.join(folder, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (version !== '' && version !== MAJOR) {
    throw new StartProblem(
      `数据库版本是 ${version}，需要 ${MAJOR} / ${folder} was made by PostgreSQL ${version}, this program needs ${MAJOR}`,
    )
  }
  for (const part of ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal']) {
    if (!(await exists(path.join(folder, part)))) throw damaged(folder, `${part} is missing`)
  }
  if (version === '') throw damaged(folder, 'PG_VERSION is empty')
  return 'present'
}

export function damaged(folder: string, reason: string): StartProblem {
  return new StartProblem(
    `数据文件夹已损坏（${reason}），请用 npm run linli -- restore 恢复备份 / the data folder ${folder} is damaged (${reason}); restore a backup`,
  )
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
