import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serializeSigned } from 'hono/utils/cookie'
import { SESSION_COOKIE } from '#kernel/identity/door.ts'
import { publishItems } from '#testing/publish-items.ts'
import { runningCases } from '#testing/running-cases.ts'
import { type ServerProcess, spawnServer } from '#testing/server-process.ts'
import { createWorld } from '#testing/world.ts'
import { plainProxy } from './plain-proxy.ts'
import { startWriters } from './writers.ts'

export interface ManyProcesses {
  kills: number
  acknowledged: number
  retried: number
  lost: number
  doubled: number
  /** A change made through one web process, heard on a stream of the other, in milliseconds. */
  liveAfterMs: number
  /** Notices told more than once, and those never told. */
  noticesTwice: number
  noticesMissing: number
}

/** Two web and two worker processes on one PostgreSQL behind a plain proxy; each is killed in turn and started again. */
export async function manyProcesses({ kills }: { kills: number }): Promise<ManyProcesses> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linli-many-'))
  const keysFolder = path.join(folder, 'keys')
  const world = await createWorld({ keysFolder })
  const processes: ServerProcess[] = []
  try {
    await publishItems(world)
    const cases = await runningCases(world, 6)
    const start = (role: 'web' | 'worker', port?: number, publicUrl?: string) =>
      spawnServer({
        role,
        database: world.database,
        keysFolder,
        dataFolder: path.join(folder, role),
        ...(port ? { port } : {}),
        ...(publicUrl ? { publicUrl } : {}),
      })
    processes.push(await start('web'), await start('web'), await start('worker'), await start('worker'))
    const proxy = await plainProxy(processes.slice(0, 2).map((one) => one.port))
    const cookie = await serializeSigned(
      SESSION_COOKIE,
      world.accounts.supervisor.token,
      world.composition.identity.auth.secret,
    )
    const liveAfterMs = await hearAcross(processes[0]!.url, processes[1]!.url, cookie, cases[0]!)
    const writers = await startWriters(world, cases.slice(1), proxy.url, 150)
    for (let n = 0; n < kills; n++) {
      await sleep(700)
      const at = n % 4
      const victim = processes[at]!
      spawn(process.execPath, ['testing/kill-later.mjs', String(victim.pid), '50'], { stdio: 'ignore' }).unref()
      await victim.exited
      processes[at] = await start(at < 2 ? 'web' : 'worker', victim.port)
    }
    await sleep(500)
    await writers.finish()
    await proxy.close()
    await untilQuiet(world.look)
    const notes = await world.look<{ text: string; times: number }>(
      'select text, count(*)::int as times from cases.note group by text',
    )
    const times = new Map(notes.map((row) => [row.text, row.times]))
    // Each supervision tells the holder of the step and the supervisor, once each, however often its job was tried.
    const [told] = await world.look<{ twice: number; missing: number }>(`
      with events as (select case_id, count(*) as n from cases.event where operation = 'applications.supervise' group by case_id),
        notices as (select case_id, holder_key, count(*) as n from notifications.notice where template = 'cases.supervised' group by case_id, holder_key)
      select coalesce(sum(greatest(x.n - e.n, 0)), 0)::int as twice, coalesce(sum(greatest(e.n - x.n, 0)), 0)::int as missing
      from notices x join events e using (case_id)`)
    return {
      kills,
      acknowledged: writers.acknowledged.size,
      retried: writers.retried(),
      lost: [...writers.acknowledged].filter((word) => !times.has(word)).length,
      doubled: notes.filter((row) => row.times > 1).length,
      liveAfterMs,
      noticesTwice: told!.twice,
      noticesMissing: told!.missing,
    }
  } finally {
    for (const one of processes) await one.stop()
    await world.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same session reads a stream at one process and writes at the other. */
async function hearAcross(readsAt: string, writesAt: string, cookie: string, caseId: string): Promise<number> {
  const stream = await fetch(`${readsAt}/api/live`, { headers: { cookie }, signal: AbortSignal.timeout(20_000) })
  if (!stream.ok) throw new Error(`the session is not shared: ${stream.status}`)
  const reader = stream.body!.getReader()
  const began = performance.now()
  const reply = await fetch(`${writesAt}/api/applications.supervise`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ caseId, instruction: '请尽快' }),
  })
  if (!reply.ok) throw new Error(`the session is not shared: ${reply.status}`)
  for (let text = ''; !text.includes(caseId); ) {
    const { value, done } = await reader.read()
    if (done) throw new Error('the stream ended')
    text += new TextDecoder().decode(value)
  }
  await reader.cancel()
  return Math.round(performance.now() - began)
}

/** Until the queue holds nothing that could still tell somebody. */
async function untilQuiet(look: <Row extends object>(sql: string) => Promise<Row[]>): Promise<void> {
  for (let turn = 0; turn < 300; turn++) {
    const [left] = await look<{ n: number }>(
      `select count(*)::int as n from graphile_worker.jobs where task_identifier like 'consume:%'`,
    )
    if (left!.n === 0) return
    await sleep(200)
  }
  throw new Error('the queue does not become empty')
}
