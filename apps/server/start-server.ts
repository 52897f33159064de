import path from 'node:path'
import { loadKeyRing } from '#kernel/crypto/door.ts'
import { createFileProvider, sendOneTimeCode } from '#kernel/notifications/door.ts'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config/config.ts'
import { StartProblem } from '#platform/config/start-problem.ts'
import { pendingMigrations } from '#platform/db/migrate.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createLiveHub } from '#platform/live.ts'
import type { Logger } from '#platform/log.ts'
import { startBackground } from './background.ts'
import { bringUpToDate, TREE } from './bring-up-to-date.ts'
import { buildStaff } from './build-staff.ts'
import { type Composition, compose } from './compose.ts'
import { refuseDemoData } from './demo/refuse-demo-data.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { type HealthChecks, healthRoutes } from './health.ts'
import { createApp } from './http.ts'
import { listen } from './listen.ts'
import { tellLive } from './live.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import type { Runtime } from './runtime.ts'

export interface StartOptions {
  config: Config
  log: Logger
  clock: Clock
  progress: (line: string) => void
  /** Aborted when somebody asks for a stop. */
  signal: AbortSignal
}

/** Starts what the role asks for; gives nothing when the role was only `migrate`. Whatever was started is stopped in turn. */
export async function startServer(options: StartOptions): Promise<{ ended: Promise<void> } | undefined> {
  const { config, progress, signal } = options
  const began = performance.now()
  const started = new AsyncDisposableStack()
  try {
    const listener = config.role === 'migrate' ? undefined : await listen(config.host, config.port)
    const staff = servesPages(config) ? buildStaff(progress) : Promise.resolve()
    staff.catch(() => undefined)
    const database = await openDatabase(config, progress)
    started.defer(() => database.stop())
    signal.throwIfAborted()
    await prepareSchema(config, database, progress)
    if (!listener) return void (await started.disposeAsync())
    if (config.demo && database.ownerUrl) await seedOnce(options, database)
    const runtime = connect(options, database, started)
    if (!config.demo) await refuseDemoData(runtime)
    await staff
    signal.throwIfAborted()
    if (config.role !== 'web') {
      const background = await startBackground(runtime)
      started.defer(() => background.stop())
    }
    // Closed first: no request is cut off by what it needs being gone.
    started.defer(() => listener.close())
    // Before that, or open streams would keep the listener waiting.
    started.defer(() => runtime.live.close())
    listener.open(
      (servesPages(config) ? createApp(runtime, await composeFor(runtime, started)) : healthRoutes(runtime.health))
        .fetch,
    )
    progress(`就绪 / ready: ${config.publicUrl} · ${((performance.now() - began) / 1_000).toFixed(1)} s`)
    return { ended: stopWhenAsked(started, database, options) }
  } catch (error) {
    await started.disposeAsync()
    throw error
  }
}

const servesPages = (config: Config) => config.role === 'all' || config.role === 'web'

/** `all` and `migrate` bring the schema up to date; a web or worker process only checks that somebody did. */
async function prepareSchema(config: Config, database: OpenDatabase, progress: (line: string) => void): Promise<void> {
  if (config.role === 'web' || config.role === 'worker') return
  if (!database.ownerUrl) throw new StartProblem('迁移需要属主登录 / migrations need the owner: set DATABASE_URL')
  const applied = await bringUpToDate(database.ownerUrl)
  if (applied.length > 0)
    progress(`数据库结构已更新（${applied.length} 个迁移）/ schema brought up to date, ${applied.length} migrations`)
}

function connect({ config, log, clock }: StartOptions, database: OpenDatabase, started: AsyncDisposableStack): Runtime {
  const pool = (name: 'web' | 'worker', url: string | undefined) => {
    const made = createPool({
      url: given(url, `LINLI_${name.toUpperCase()}_DATABASE_URL`),
      applicationName: `linli-${name}`,
      max: config.poolSize,
      onError: (error) => log.warn('database connection lost', { error }),
    })
    started.defer(() => made.end())
    return made
  }
  const health: HealthChecks = new Map()
  const needsWorker = config.role !== 'web'
  const webUrl = config.role === 'worker' ? database.workerUrl : database.webUrl
  const web = pool(config.role === 'worker' ? 'worker' : 'web', webUrl)
  const worker = needsWorker ? pool('worker', database.workerUrl) : web
  health.set('database', async () => ((await web.query('SELECT 1')).rowCount === 1 ? null : 'silent'))
  if (config.demo) {
    health.set('demo', async () => {
      const { rowCount } = await web.query("SELECT FROM demo.seeding WHERE step = 'cases'")
      return rowCount === 1 ? null : 'notSeeded'
    })
  }
  health.set('schema', async () => ((await pendingMigrations(web, TREE)).length === 0 ? null : 'behind'))
  return {
    config,
    log,
    clock,
    web: createKysely(web),
    worker: createKysely(worker),
    authUrl: given(database.authUrl, 'LINLI_AUTH_DATABASE_URL'),
    jobsUrl: given(database.jobsUrl, 'LINLI_JOBS_DATABASE_URL'),
    health,
    pools: new Map([
      [config.role === 'worker' ? 'worker' : 'web', web],
      ...(needsWorker ? [['worker', worker] as const] : []),
    ]),
    live: createLiveHub({
      url: given(webUrl, 'LINLI_WEB_DATABASE_URL'),
      log,
      sessionEndedChannel: 'linli_session_ended',
    }),
  }
}

/** Fills the demo at its first start; a start that was cut off goes on where it stood. */
async function seedOnce({ config, progress }: StartOptions, database: OpenDatabase): Promise<void> {
  await seedDemo({
    ownerUrl: database.ownerUrl!,
    webUrl: given(database.webUrl, 'LINLI_WEB_DATABASE_URL'),
    workerUrl: given(database.workerUrl, 'LINLI_WORKER_DATABASE_URL'),
    authUrl: given(database.authUrl, 'LINLI_AUTH_DATABASE_URL'),
    keys: loadKeyRing({ folder: config.keysFolder, suite: config.cipher }),
    seed: config.seed,
    people: config.scale,
    cases: Math.min(300, Math.max(30, Math.round(config.scale / 20))),
    now: new Date().toISOString(),
    progress,
  })
}

/** Keys, sign-in and the pipeline, for a process that answers requests. */
async function composeFor(runtime: Runtime, started: AsyncDisposableStack): Promise<Composition> {
  const { config, clock } = runtime
  const provider = createFileProvider(path.join(config.dataFolder, 'messages'), clock)
  const composition = await compose({
    db: runtime.web,
    authUrl: runtime.authUrl,
    keys: loadKeyRing({ folder: config.keysFolder, suite: config.cipher }),
    clock,
    publicUrl: config.publicUrl,
    committed: tellLive(runtime.live),
    demo: config.demo,
    sendCode: (phone, code) => sendOneTimeCode({ provider, db: runtime.web, office: '邻里', minutes: 5 }, phone, code),
  })
  started.defer(() => composition.identity.pool.end())
  return composition
}

function given(url: string | undefined, setting: string): string {
  if (url === undefined) throw new StartProblem(`缺少 ${setting} / ${setting} is missing: no login has a default`)
  return url
}

async function stopWhenAsked(
  started: AsyncDisposableStack,
  database: OpenDatabase,
  { signal, progress }: StartOptions,
): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  try {
    await Promise.race([asked, database.lost])
    progress('正在停止 / stopping')
  } finally {
    await started.disposeAsync()
  }
  progress('已停止 / stopped')
}
