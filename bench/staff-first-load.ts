import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildStaff } from '#apps/server/build-staff.ts'
import { TREE } from '#testing/database.ts'

/** What a browser loads before the workbench's first screen: the entry, all it imports statically, and their styles, gzipped. */
const LIMIT_KB = 350
const folder = path.join(TREE, 'dist/staff')
await buildStaff((line) => console.error(line))
interface Chunk {
  file: string
  css?: string[]
  imports?: string[]
}
const manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
const files = new Set<string>()
collect('index.html')
const sizes = [...files].map((file) => ({
  file,
  kb: gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length / 1024,
}))
const total = sizes.reduce((sum, one) => sum + one.kb, 0)
for (const one of sizes.sort((a, b) => b.kb - a.kb)) console.error(`${one.kb.toFixed(1).padStart(8)} kB  ${one.file}`)
console.log(
  JSON.stringify({
    bench: 'staff-first-load',
    kilobytesGzip: Math.round(total * 10) / 10,
    limit: LIMIT_KB,
    share: Math.round((total / LIMIT_KB) * 1000) / 1000,
  }),
)
if (total > LIMIT_KB) process.exitCode = 1

function collect(key: string): void {
  const chunk = manifest[key]
  if (!chunk || files.has(chunk.file)) return
  files.add(chunk.file)
  for (const css of chunk.css ?? []) files.add(css)
  for (const imported of chunk.imports ?? []) collect(imported)
}
