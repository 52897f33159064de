import { readFileSync } from 'node:fs'

/** Rows of a small file that people read too: one a line, the first names the columns, a comma within quotes is no border, a line with # a remark. */
export function readCsv(path: string): Record<string, string>[] {
  const lines = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const [head, ...rows] = lines.map(cells)
  return rows.map((row) => Object.fromEntries(head!.map((name, n) => [name, row[n] ?? ''])))
}

function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}
