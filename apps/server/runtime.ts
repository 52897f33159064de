import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config/config.ts'
import type { LiveHub } from '#platform/live.ts'
import type { Logger } from '#platform/log.ts'
import type { HealthChecks } from './health.ts'

/** What a running process has at hand; `http.ts` and `background.ts` compose the features from it. */
export interface Runtime {
  config: Config
  log: Logger
  clock: Clock
  /** As linli_web: pages and API. */
  web: Kysely<unknown>
  /** As linli_worker: the work of background jobs. */
  worker: Kysely<unknown>
  /** Logins of the two libraries that keep tables of their own. */
  authUrl: string
  jobsUrl: string
  health: HealthChecks
  /** By the login that they serve; for metrics. */
  pools: ReadonlyMap<string, Pool>
  /** Between all processes on this database. */
  live: LiveHub
}
