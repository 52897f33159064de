import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** The newest messages of the file-backed provider, newest first. */
export async function lastMessages(folder: string): Promise<unknown[]> {
  const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => name.endsWith('.jsonl')).sort()
  const newest = names.at(-1)
  if (!newest) return []
  const lines = (await readFile(path.join(folder, newest), 'utf8')).split('\n').filter((line) => line !== '')
  return lines.slice(-50).reverse().flatMap(whole)
}

/** A line that is just being written is read the next time. */
function whole(line: string): unknown[] {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
