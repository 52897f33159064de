import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLinli } from '#testing/start-linli.ts'

let folder: string
const run = (...args: string[]) => runWith({}, ...args)
const runWith = async (more: Record<string, string>, ...args: string[]) => {
  const started = startLinli({ LINLI_DATA: path.join(folder, 'data'), LINLI_SCALE: '400', ...more }, [
    'scripts/start.mjs',
    'linli',
    ...args,
  ])
  return { code: await started.exit, output: started.output() }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linli-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the commands', () => {
  test.each(['migrate', 'demo', 'create-admin', 'verify-audit', 'backup', 'restore', 'doctor'])(
    '%s says what it is for',
    async (name) => {
      const { code, output } = await run(name, '--help')
      expect(code).toBe(0)
      expect(output).toContain(`npm run linli -- ${name}`)
    },
  )

  test('the demo is filled, verified and reset; one account cannot hold two administrator posts', {
    timeout: 180_000,
  }, async () => {
    expect((await run('demo', '--reset')).output).toMatch(/is no demo/)
    const refused = await runWith({ LINLI_DEMO: 'false' }, 'demo')
    expect(refused.code).toBe(1)
    expect(refused.output.trim().split('\n')).toHaveLength(1)
    expect(refused.output).toContain('not in demo mode')
    expect((await run('demo')).output).toContain('the demo is ready')
    const verified = await run('verify-audit')
    expect(verified.code, verified.output).toBe(0)
    expect(verified.output).toContain('the audit is whole')
    expect((await run('demo', '--reset', '--seed', '5')).output).toContain('the demo is ready')
    const made = await run(
      'create-admin',
      '--role',
      'audit',
      '--number',
      'SJ-001',
      '--name',
      '审计员',
      '--area',
      '310105005',
    )
    expect(made.code, made.output).toBe(0)
    expect(made.output).toMatch(/shown once: \S{12,}/)
    const second = await run(
      'create-admin',
      '--role',
      'system',
      '--number',
      'SJ-001',
      '--name',
      '审计员',
      '--area',
      '310105005',
    )
    expect(second.code).toBe(1)
    expect(second.output).toContain('the three are kept apart')
  })
})
