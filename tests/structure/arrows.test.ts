import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const tree = path.resolve(import.meta.dirname, '../..')

test('arrows go from apps to modules to kernel to platform, through doors and contracts, and never in a ring', {
  timeout: 60_000,
}, async () => {
  const cruiser = path.join(tree, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const folders = ['apps', 'modules', 'kernel', 'platform', 'ui', 'testing']
  const run = promisify(execFile)(process.execPath, [cruiser, ...folders], { cwd: tree })
  const { stdout } = await run.catch((error: { stdout: string }) => error)
  expect(stdout).toContain('no dependency violations found')
})
