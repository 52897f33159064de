import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TREE } from '#testing/database.ts'

const COPIED = [
  'apps',
  'modules',
  'kernel',
  'platform',
  'ui',
  'testing',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]
const GUIDES = ['add-a-module.md', 'add-a-case-type.md']

let copy: string
const files: string[] = []

/** A copy of the tree with every block of the guides written where it says. */
beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'linli-how-to-'))
  await Promise.all(COPIED.map((name) => cp(path.join(TREE, name), path.join(copy, name), { recursive: true })))
  await symlink(path.join(TREE, 'node_modules'), path.join(copy, 'node_modules'))
  for (const guide of GUIDES) {
    const text = await readFile(path.join(TREE, 'docs/how-to', guide), 'utf8')
    for (const [, file, block] of text.matchAll(/```\w+ file=(\S+)\n([\s\S]*?)```/g)) {
      files.push(file!)
      await mkdir(path.dirname(path.join(copy, file!)), { recursive: true })
      await writeFile(path.join(copy, file!), block!)
    }
  }
  const list = path.join(copy, 'apps/server/modules.ts')
  const source = await readFile(list, 'utf8')
  await writeFile(
    list,
    `import { lostKeys } from '#modules/lost-keys/module.ts'\nimport { memos } from '#modules/memos/module.ts'\n${source.replace(/(LinliModule\[\] = \[\s*)/, '$1lostKeys, memos, ')}`,
  )
}, 60_000)
afterAll(() => rm(copy, { recursive: true, force: true }))

test('the guides give whole files: types hold and their tests pass in a copy of the tree', {
  timeout: 180_000,
}, async () => {
  expect(files.length).toBeGreaterThan(12)
  const types = await run('node_modules/typescript7/bin/tsc', '-p', '.')
  expect(types.output).toBe('')
  const tests = await run('node_modules/vitest/vitest.mjs', 'run', 'modules/memos', 'modules/lost-keys')
  expect(tests.output).toMatch(/Tests .*5 passed/)
  expect(tests.code).toBe(0)
})

function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  // A run of its own, with a server and a template of its own.
  const {
    TEST_POSTGRES_SUPERUSER_URL: _other,
    VITEST: _v,
    VITEST_POOL_ID: _p,
    VITEST_WORKER_ID: _w,
    ...env
  } = process.env
  const child = spawn(process.execPath, args, { cwd: copy, env: { ...env, NO_COLOR: '1', FORCE_COLOR: '0' } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })))
}
