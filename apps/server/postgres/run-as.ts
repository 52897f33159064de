import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chown, stat } from 'node:fs/promises'
import path from 'node:path'

export interface RunAs {
  uid: number
  gid: number
  /** Words to put before the command, when the user alone could not reach the files. */
  wrap: string[]
}

/** PostgreSQL refuses to run as root; then it runs as `postgres` or, where there is none, as `nobody`. */
export async function runAs(paths: string[]): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const user = systemUser('postgres') ?? systemUser('nobody')
  if (!user)
    throw new Error(
      '以 root 启动时需要 postgres 或 nobody 用户 / started as root, Linli needs a user postgres or nobody',
    )
  const closed = await firstClosedFolder(paths, user)
  if (!closed) return { ...user, wrap: [] }
  return { ...user, wrap: readAnywhere(user, closed) }
}

export async function giveTo(folder: string, user: RunAs | undefined): Promise<void> {
  if (user) await chown(folder, user.uid, user.gid)
}

function systemUser(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** A clone under `/root` or in a private temporary folder cannot be entered by another user. */
async function firstClosedFolder(paths: string[], user: { uid: number; gid: number }): Promise<string | undefined> {
  for (const start of paths) {
    for (let folder = path.dirname(path.resolve(start)); ; folder = path.dirname(folder)) {
      const { mode, uid, gid } = await stat(folder)
      const execute = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
      if ((mode & execute) === 0) return folder
      if (folder === path.dirname(folder)) break
    }
  }
  return undefined
}

/** Lets the unprivileged server pass through closed folders, and gives it nothing else of root's. */
function readAnywhere(user: { uid: number; gid: number }, closed: string): string[] {
  const wrap = [
    'setpriv',
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    '--inh-caps=-all,+dac_read_search',
    '--ambient-caps=-all,+dac_read_search',
    '--bounding-set=-all,+dac_read_search',
  ]
  try {
    execFileSync(wrap[0]!, [...wrap.slice(1), 'true'], { stdio: 'ignore' })
    return wrap
  } catch {
    throw new Error(
      `数据库用户进不了 ${closed} / started as root, the database cannot enter ${closed}; start Linli as a normal user or move it`,
    )
  }
}
