import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type SourceFile, sourceFiles } from './source-files.ts'
import { sqlIn } from './sql-in.ts'

const CREATES =
  /\bcreate\s+(?:unlogged\s+)?(table|(?:or\s+replace\s+)?view|materialized\s+view)\s+(?:if\s+not\s+exists\s+)?([a-z_]+\.[a-z_]+)/gi
/** A foreign key points at a table and reads nothing of it. */
const FOREIGN_KEY = /\breferences\s+[a-z_]+\.[a-z_]+/gi
const QUALIFIED = /(?<![\w.'])([a-z_]+)\.("?)([a-z_]+)\2(?!\s*\(|[\w.])/gi

/**
 * A folder's SQL names tables and views of its own schema only. Functions are doors by their grants; any other door is a
 * line in table-doors.txt with its reason, and a line that nobody needs is a problem as well.
 */
export async function tableOwnership(root: string): Promise<string[]> {
  // The demo's seeding works as owner over the whole house, before anybody else is in it.
  const files = (await sourceFiles(root, ['{kernel,modules,apps}/**/*.{sql,ts,tsx}'])).filter(
    (file) => !file.path.startsWith('apps/server/demo/'),
  )
  const tables = new Set(files.filter((file) => file.path.endsWith('.sql')).flatMap(created))
  const doors = await listedDoors(root)
  const used = new Set<string>()
  const problems = new Set<string>()
  for (const file of files) {
    for (const table of foreignTables(file, tables)) {
      const door = `${folderOf(file)} ${table}`
      if (doors.has(door)) used.add(door)
      else problems.add(`${file.path} names ${table}, a table of another part`)
    }
  }
  for (const door of doors) if (!used.has(door)) problems.add(`table-doors.txt lists "${door}", which nobody uses`)
  return [...problems].sort()
}

function created(file: SourceFile): string[] {
  return sqlIn(file).flatMap((sql) => [...sql.matchAll(CREATES)].map((match) => match[2]!.toLowerCase()))
}

function foreignTables(file: SourceFile, tables: Set<string>): string[] {
  const own = schemaOf(file)
  return sqlIn(file)
    .map((sql) => sql.replace(FOREIGN_KEY, ''))
    .flatMap((sql) => [...sql.matchAll(QUALIFIED)].map((match) => `${match[1]}.${match[3]}`.toLowerCase()))
    .filter((name) => tables.has(name) && name.split('.')[0] !== own)
}

/** `kernel/access`, `modules/exchange`, `apps/server`. */
const folderOf = (file: SourceFile) => file.path.split('/').slice(0, 2).join('/')
const schemaOf = (file: SourceFile) => file.path.split('/')[1]!.replaceAll('-', '_')

async function listedDoors(root: string): Promise<Set<string>> {
  const text = await readFile(path.join(root, 'tests/structure/table-doors.txt'), 'utf8')
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return new Set(
    lines.map((line) => {
      const [folder, table, ...why] = line.trim().split(/\s+/)
      if (!folder || !table || why.length === 0)
        throw new Error(`table-doors.txt: "${line}" needs folder, table and reason`)
      return `${folder} ${table}`
    }),
  )
}
