import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

export interface MigrationFile {
  /** File name without folder: the global order. */
  name: string
  /** Relative to the tree, for messages. */
  path: string
  sql: string
  sha256: string
}

const NAME = /^\d{8}T\d{4}-[a-z0-9-]+\.sql$/

/** Every migration of the tree in its one global order. A wrong or doubled name is an error, never skipped. */
export async function findMigrations(root: string): Promise<MigrationFile[]> {
  const files: MigrationFile[] = []
  for (const layer of ['kernel', 'modules']) {
    for (const part of await folders(path.join(root, layer))) {
      const folder = path.join(layer, part, 'migrations')
      for (const name of await names(path.join(root, folder))) {
        const relative = path.join(folder, name)
        if (!NAME.test(name)) throw new Error(`${relative}: a migration is named YYYYMMDDTHHMM-what-it-does.sql`)
        const sql = await readFile(path.join(root, relative), 'utf8')
        files.push({ name, path: relative, sql, sha256: createHash('sha256').update(sql).digest('hex') })
      }
    }
  }
  files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  files.forEach((file, index) => {
    const before = files[index - 1]
    if (before?.name === file.name)
      throw new Error(`${before.path} and ${file.path} have the same name; the order needs one each`)
  })
  return files
}

async function folders(parent: string): Promise<string[]> {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

async function names(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch(() => [] as string[])
  return entries.filter((name) => name.endsWith('.sql'))
}
