import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** `npm run bench -- case-step`: each bench prints one line of JSON with its ratio or figure, sizes and versions. */
const [name, ...args] = process.argv.slice(2)
const names = ['case-step', 'find-person', 'page', 'reminders', 'staff-first-load']
if (!name || !existsSync(path.join(import.meta.dirname, `${name}.ts`))) {
  console.error(`npm run bench -- <${names.join(' | ')}>`)
  process.exit(1)
}
const child = spawn(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, `${name}.ts`), ...args], {
  stdio: 'inherit',
})
child.once('close', (code) => process.exit(code ?? 1))
