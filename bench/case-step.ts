import { execFile } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { urlFor, withConnection } from '#platform/db/connect.ts'
import { startTestCluster } from '#testing/cluster.ts'
import { createTemplate, shareCluster } from '#testing/database.ts'
import { publishItems } from '#testing/publish-items.ts'
import { runningCases } from '#testing/running-cases.ts'
import { createWorld, type World } from '#testing/world.ts'

/**
 * One handling step (change, event, note, clock, audit, job) by 16 clients, beside `pgbench -N` on the same server, in turns
 * within one run. The server flushes to disk; both drive it from this machine.
 */
const CLIENTS = 16
const SECONDS = Number(process.argv[2] ?? 10)
const ROUNDS = Number(process.argv[3] ?? 3)
const GOAL = 0.7
const run = promisify(execFile)

const cluster = await startTestCluster({ durable: true })
try {
  shareCluster(await createTemplate(cluster.superuserUrl))
  const world = await createWorld({ poolSize: CLIENTS })
  await publishItems(world)
  const cases = await runningCases(world, CLIENTS)
  const reference = await preparePgbench(cluster.superuserUrl)
  await steps(world, cases, 2)
  const shares: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const plain = await pgbench(reference)
    const ours = await steps(world, cases, SECONDS)
    shares.push(ours / plain)
    console.error(
      `round ${round + 1}: pgbench -N ${plain.toFixed(0)} tps, case step ${ours.toFixed(0)} tps, share ${(ours / plain).toFixed(3)}`,
    )
  }
  const median = shares.toSorted((a, b) => a - b)[Math.floor(shares.length / 2)]!
  const [{ version }] = (await world.look<{ version: string }>(
    `select current_setting('server_version') as version`,
  )) as [{ version: string }]
  console.log(
    JSON.stringify({
      bench: 'case-step',
      clients: CLIENTS,
      seconds: SECONDS,
      rounds: ROUNDS,
      shares: shares.map(round3),
      median: round3(median),
      goal: GOAL,
      postgres: version,
      node: process.version,
    }),
  )
  await world.dispose()
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await cluster.dispose()
  process.exit()
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Asking for a correction rests the clock, receiving it lets it go on: each is one full step. */
async function steps(world: World, cases: string[], seconds: number): Promise<number> {
  const call = { sessionId: world.accounts.clerk.sessionId }
  const until = performance.now() + seconds * 1000
  let done = 0
  await Promise.all(
    cases.map(async (caseId) => {
      while (performance.now() < until) {
        await world.composition.call('applications.requestCorrection', call, {
          caseId,
          missing: [{ key: 'idCard', why: '请补正' }],
        })
        await world.composition.call('applications.receiveCorrection', call, { caseId })
        done += 2
      }
    }),
  )
  return done / (seconds + (performance.now() - until) / 1000)
}

async function preparePgbench(superuserUrl: string): Promise<string> {
  await withConnection(superuserUrl, (client) => client.query('create database pgbench_reference'))
  const url = urlFor(superuserUrl, { database: 'pgbench_reference' })
  await run('pgbench', ['-i', '-q', '-s', '10', url]).catch((error: Error) => {
    throw new Error(`this bench needs PostgreSQL's pgbench on the path: ${error.message}`)
  })
  return url
}

async function pgbench(url: string): Promise<number> {
  const { stdout } = await run('pgbench', ['-N', '-n', '-c', String(CLIENTS), '-j', '2', '-T', String(SECONDS), url])
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
}
