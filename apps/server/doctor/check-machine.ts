import { access, constants, readdir, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '#platform/config/config.ts'
import { inspectDataFolder } from '../postgres/data-folder.ts'
import type { Finding } from './finding.ts'

const GIB = 1024 ** 3

/** What can be seen without the database: Node, folders, keys, disk. */
export async function checkMachine(config: Config): Promise<Finding[]> {
  return [checkNode(), await checkData(config), await checkKeys(config.keysFolder), await checkDisk(config.dataFolder)]
}

function checkNode(): Finding {
  const version = process.versions.node
  return Number(version.split('.')[0]) >= 24
    ? { state: 'ok', about: 'node', what: `Node ${version}` }
    : {
        state: 'fail',
        about: 'node',
        what: `Node ${version}`,
        remedy: '需要 24 或更新 / needs 24 or newer: npm ci brings it',
      }
}

async function checkData({ dataFolder, database }: Config): Promise<Finding> {
  const what = `数据文件夹 / data folder ${dataFolder}`
  if (database.kind === 'outside') return { state: 'ok', about: 'data', what }
  try {
    const state = await inspectDataFolder(path.join(dataFolder, 'postgres'))
    if (state === 'present') return { state: 'ok', about: 'data', what }
    return { state: 'fail', about: 'data', what: `${what}: 还没有 / not there yet`, remedy: 'npm start' }
  } catch (error) {
    return { state: 'fail', about: 'data', what: (error as Error).message }
  }
}

async function checkKeys(folder: string): Promise<Finding> {
  const what = `密钥文件夹 / key folder ${folder}`
  const there = await access(folder, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (!there)
    return {
      state: 'fail',
      about: 'keys',
      what: `${what}: 读不到 / not readable`,
      remedy: '放回密钥或设置 LINLI_KEYS / put it back or set LINLI_KEYS',
    }
  if (process.platform === 'win32') return { state: 'ok', about: 'keys', what }
  const open: string[] = []
  for (const name of ['.', ...(await readdir(folder))]) {
    const { mode } = await stat(path.join(folder, name))
    if (mode & 0o077) open.push(name)
  }
  if (open.length === 0) return { state: 'ok', about: 'keys', what }
  return {
    state: 'fail',
    about: 'keys',
    what: `${what}: 他人可读 / open to others: ${open.join(', ')}`,
    remedy: `chmod -R go= "${folder}"`,
  }
}

async function checkDisk(folder: string): Promise<Finding> {
  const disk = await statfs(folder).catch(() => statfs('.'))
  const free = (disk.bavail * disk.bsize) / GIB
  const what = `剩余磁盘 / free disk ${free.toFixed(1)} GiB`
  if (free < 1) return { state: 'fail', about: 'disk', what, remedy: '至少留 1 GiB / free at least 1 GiB' }
  if (free < 5) return { state: 'warn', about: 'disk', what, remedy: '建议留 5 GiB / better 5 GiB' }
  return { state: 'ok', about: 'disk', what }
}
