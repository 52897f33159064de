import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { linliCommand, type StartedLinli, startLinli } from '#testing/start-linli.ts'
import { isAlive, readPostmaster } from './postgres/postmaster.ts'
import { freePort } from './postgres/run-postgres.ts'

let folder: string
let port: number
const started: StartedLinli[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linli-start-'))
  port = await freePort()
})
afterEach(async () => {
  for (const one of started.splice(0)) {
    one.child.kill('SIGTERM')
    await one.exit
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A small street keeps the first start short. */
const env = (more: Record<string, string> = {}) => ({
  LINLI_DATA: path.join(folder, 'data'),
  LINLI_SCALE: '200',
  PORT: String(port),
  ...more,
})
function start(more: Record<string, string> = {}, args?: string[]): StartedLinli {
  const one = startLinli(env(more), args)
  started.push(one)
  return one
}
const sentence = async (one: StartedLinli) => {
  expect(await one.exit).not.toBe(0)
  const lines = one.output().trim().split('\n')
  expect(lines.filter((line) => !line.startsWith('邻里 Linli ·'))).toHaveLength(1)
  return lines.at(-1)
}
const ask = async (route: string) => (await fetch(`http://127.0.0.1:${port}${route}`)).status

describe('the server', () => {
  test('starts, answers, and stops all of it when asked', { timeout: 120_000 }, async () => {
    const one = start()
    await one.ready
    expect([await ask('/health/live'), await ask('/health/ready')]).toEqual([200, 200])
    const postgres = (await readPostmaster(path.join(folder, 'data/postgres')))!
    one.child.kill('SIGINT')
    expect(await one.exit).toBe(0)
    expect(isAlive(postgres.pid)).toBe(false)
    expect(await readdir(path.join(folder, 'data-keys'))).toContain('database.json')
  })

  test('starts again on its data after it was killed', { timeout: 60_000 }, async () => {
    const one = start()
    await one.ready
    one.child.kill('SIGKILL')
    await one.exit
    await start().ready
    expect(await ask('/health/ready')).toBe(200)
  })

  test('brings PostgreSQL back when that was killed', { timeout: 60_000 }, async () => {
    await start().ready
    const before = (await readPostmaster(path.join(folder, 'data/postgres')))!
    process.kill(before.pid, 'SIGKILL')
    await expect.poll(() => ask('/health/ready'), { timeout: 20_000, interval: 100 }).toBe(200)
    await expect
      .poll(async () => (await readPostmaster(path.join(folder, 'data/postgres')))?.pid, { timeout: 20_000 })
      .not.toBe(before.pid)
    await expect.poll(() => ask('/health/ready'), { timeout: 20_000, interval: 100 }).toBe(200)
  })

  test('a second start on the same data is refused and the first goes on', { timeout: 60_000 }, async () => {
    await start().ready
    expect(await sentence(start({ PORT: String(await freePort()) }))).toContain('another Linli already runs')
    expect(await ask('/health/ready')).toBe(200)
  })

  test('doctor finds all in order while it runs', { timeout: 60_000 }, async () => {
    await start().ready
    const doctor = linliCommand(env(), 'doctor')
    expect(await doctor.exit, doctor.output()).toBe(0)
    expect(doctor.output()).toContain('no login can bypass row-level security')
  })
})

describe('one clear sentence', () => {
  test('a taken port', async () => {
    const other = createServer().listen(port, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    expect(await sentence(start())).toContain(`port ${port} is taken`)
    await new Promise((resolve) => other.close(resolve))
  })

  test('an unknown setting', async () => {
    expect(await sentence(start({ LINLI_PROT: '1' }))).toContain('unknown setting LINLI_PROT; did you mean LINLI_')
  })

  test('a too old Node', async () => {
    const old = "Object.defineProperty(process.versions, 'node', { value: '20.1.0' }); import('./scripts/start.mjs')"
    expect(await sentence(start({}, ['--eval', old]))).toContain('Node 20.1.0 is too old: Linli needs 24')
  })

  test('a damaged data folder', { timeout: 60_000 }, async () => {
    const control = path.join(folder, 'data/postgres/global/pg_control')
    const whole = await readFile(control)
    await truncate(control, 100)
    expect(await sentence(start())).toContain('is damaged')
    await rm(control)
    expect(await sentence(start())).toContain('global/pg_control is missing')
    await writeFile(control, whole)
  })

  test('a key folder that is gone', async () => {
    expect(await sentence(start({ LINLI_KEYS: path.join(folder, 'nowhere') }))).toContain('database.json is missing')
  })
})
