import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, glob, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StartProblem } from '#platform/config/start-problem.ts'
import { TREE } from './bring-up-to-date.ts'

/** What the workbench is made of: its own sources, the modules' screens and contracts, the parts and their versions. */
const SOURCES = [
  'apps/staff/**/*',
  'modules/*/web/**/*',
  'modules/*/contract.ts',
  'modules/*/texts.ts',
  'ui/**/*',
  'package-lock.json',
]
const BUILT = path.join(TREE, 'dist/staff')
const MARK = '.built-from'

/** Builds the workbench when there is none or its sources changed. It appears whole: two starters do not see half of it. */
export async function buildStaff(progress: (line: string) => void): Promise<void> {
  if (!(await exists(path.join(TREE, 'apps/staff/index.html')))) return
  const digest = await digestOfSources()
  if ((await readFile(path.join(BUILT, MARK), 'utf8').catch(() => '')) === digest) return
  progress('正在构建工作台 / building the workbench')
  const fresh = `${BUILT}-${process.pid}`
  try {
    await runVite(fresh)
    await writeFile(path.join(fresh, MARK), digest)
    await rm(BUILT, { recursive: true, force: true })
    await rename(fresh, BUILT)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256')
  const files: string[] = []
  for await (const entry of glob(SOURCES, { cwd: TREE, withFileTypes: true })) {
    if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) files.push(path.join(entry.parentPath, entry.name))
  }
  for (const file of files.sort())
    hash
      .update(path.relative(TREE, file))
      .update('\0')
      .update(await readFile(file))
  return hash.digest('hex')
}

function runVite(outDir: string): Promise<void> {
  const vite = path.join(TREE, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', 'apps/staff', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error']
  const child = spawn(process.execPath, args, { cwd: TREE, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new StartProblem(`工作台构建失败 / the workbench could not be built: ${output.trim().slice(-2_000)}`))
    })
  })
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
