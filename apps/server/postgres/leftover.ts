import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartProblem } from '#platform/config/start-problem.ts'
import { takeInstanceLock } from './instance-lock.ts'
import { isAlive, type Postmaster, readPostmaster, waitUntilGone } from './postmaster.ts'

/**
 * A server that was killed leaves its PostgreSQL running, or a `postmaster.pid` whose process is gone or has become
 * somebody else's. Ends the former, removes the latter, and refuses when a living server uses the data.
 */
export async function clearLeftover(folder: string, superuserUrl: (port: number) => string): Promise<void> {
  let postmaster = await readPostmaster(folder)
  for (let turn = 0; postmaster && isAlive(postmaster.pid) && (await isPostgres(postmaster.pid)); turn++) {
    if (postmaster.status === 'ready') return endIfOrphan(postmaster, superuserUrl(postmaster.port))
    if (turn >= 300)
      throw new StartProblem('数据库长时间没有就绪 / the database that runs on this data does not become ready')
    await sleep(100)
    postmaster = await readPostmaster(folder)
  }
  await rm(path.join(folder, 'postmaster.pid'), { force: true })
}

async function endIfOrphan(postmaster: Postmaster, url: string): Promise<void> {
  const lock = await takeInstanceLock(url, 1_500).catch(() => undefined)
  if (!lock) throw inUse()
  // Held until the server is gone, so that two starters do not both take it for theirs.
  process.kill(postmaster.pid, 'SIGINT')
  const gone = await waitUntilGone(postmaster.pid, 30_000)
  await lock.release()
  if (!gone) throw new StartProblem('上次留下的数据库没有停下 / the database left by an earlier start does not stop')
}

export function inUse(): StartProblem {
  return new StartProblem('已有一个邻里在使用这个数据文件夹 / another Linli already runs on this data folder')
}

/** Where the system tells, a number that came to belong to another program is not mistaken for PostgreSQL. */
async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
  return name.trim() === 'postgres'
}
