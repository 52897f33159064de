import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { openCounts } from '#kernel/cases/door.ts'
import type { Identity } from '#kernel/identity/door.ts'
import { jobCounts } from '#kernel/jobs/door.ts'
import type { Runtime } from './runtime.ts'

export interface Meter {
  /** One answered call of an operation. */
  answered(operation: string, status: number, seconds: number): void
  lines(): string[]
}

const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** Counts in memory, as Prometheus reads them; names of operations and statuses only. */
export function createMeter(): Meter {
  const answers = new Map<string, number>()
  const times = new Map<string, { sum: number; count: number; buckets: number[] }>()
  return {
    answered(operation, status, seconds) {
      const key = `operation="${operation}",status="${status}"`
      answers.set(key, (answers.get(key) ?? 0) + 1)
      const time = times.get(operation) ?? { sum: 0, count: 0, buckets: BUCKETS.map(() => 0) }
      time.sum += seconds
      time.count++
      BUCKETS.forEach((limit, n) => {
        if (seconds <= limit) time.buckets[n]!++
      })
      times.set(operation, time)
    },
    lines: () => [
      '# TYPE linli_requests_total counter',
      ...[...answers].map(([key, count]) => `linli_requests_total{${key}} ${count}`),
      '# TYPE linli_request_seconds histogram',
      ...[...times].flatMap(([operation, { sum, count, buckets }]) => [
        ...buckets.map(
          (n, index) => `linli_request_seconds_bucket{operation="${operation}",le="${BUCKETS[index]}"} ${n}`,
        ),
        `linli_request_seconds_bucket{operation="${operation}",le="+Inf"} ${count}`,
        `linli_request_seconds_sum{operation="${operation}"} ${sum.toFixed(6)}`,
        `linli_request_seconds_count{operation="${operation}"} ${count}`,
      ]),
    ],
  }
}

/** `/metrics`: what the process answered, how much is open, and how much waits in queue, outbox and pools. No personal data. */
export function metricsRoute(
  { web, health, pools }: Pick<Runtime, 'web' | 'health' | 'pools'>,
  identity: Identity,
  meter: Meter,
): Hono {
  const app = new Hono()
  app.get('/metrics', async (c) => {
    const memory = process.memoryUsage()
    const text = [
      ...meter.lines(),
      '# TYPE linli_jobs gauge',
      ...(await jobCounts(web)).map((row) => `linli_jobs{task="${row.task}",state="${row.state}"} ${row.jobs}`),
      '# TYPE linli_outbox_messages gauge',
      ...(await outbox(web)).map(
        (row) => `linli_outbox_messages{channel="${row.channel}",state="${row.state}"} ${row.messages}`,
      ),
      '# TYPE linli_open_cases gauge',
      ...(await openCounts(web)).map(
        (row) => `linli_open_cases{type="${row.case_type}",state="${row.state}"} ${row.cases}`,
      ),
      '# TYPE linli_pool_connections gauge',
      ...[...pools, ['auth', identity.pool] as const].flatMap(([login, pool]) => connections(login, pool)),
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${memory.rss}`,
      '# TYPE linli_checks gauge',
      `linli_checks ${health.size}`,
    ].join('\n')
    return c.text(`${text}\n`, 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    })
  })
  return app
}

function connections(login: string, pool: Pool): string[] {
  const { totalCount, idleCount, waitingCount } = pool
  return Object.entries({ busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount }).map(
    ([state, n]) => `linli_pool_connections{login="${login}",state="${state}"} ${n}`,
  )
}

async function outbox(web: Runtime['web']): Promise<{ channel: string; state: string; messages: number }[]> {
  const { rows } = await sql<{
    channel: string
    state: string
    messages: number
  }>`select channel, state, messages from notifications.outbox_counts()`.execute(web)
  return rows
}
