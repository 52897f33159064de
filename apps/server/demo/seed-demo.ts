import pg from 'pg'
import { loadCalendar } from '#kernel/calendar/door.ts'
import type { KeyRing } from '#kernel/crypto/door.ts'
import { demoSizes, loadDemoPeople, referenceStreet } from '#modules/demo/contract.ts'
import { loadCatalogue } from '#modules/service-items/catalogue/load-catalogue.ts'
import { dayOf, testClock } from '#platform/clock.ts'
import { StartProblem } from '#platform/config/start-problem.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { type Composition, compose } from '../compose.ts'
import { clearCases } from './clear-cases.ts'
import { demoPost } from './demo-post.ts'
import { demoSessions } from './demo-sessions.ts'
import { loadMachine } from './load-machine.ts'
import { loadStaff } from './load-staff.ts'
import { publishResidents } from './publish-residents.ts'
import { runCases } from './run-cases.ts'
import type { CaseRun } from './story.ts'

export interface SeedOptions {
  ownerUrl: string
  webUrl: string
  workerUrl: string
  authUrl: string
  keys: KeyRing
  seed: number
  /** People of the reference street; the invented one keeps its few hundred. */
  people: number
  cases: number
  now: string
  progress(line: string): void
}

type Step = 'begun' | 'people' | 'staff' | 'items' | 'cases'

/** Fills an empty database with the demo, step by step; a step that was cut off is cleared and done again. */
export async function seedDemo(options: SeedOptions): Promise<void> {
  const { ownerUrl, keys, seed, progress } = options
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'linli-demo' })
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    const done = await stepsDone(owner)
    const mark = (step: Step) =>
      owner.query('insert into demo.seeding (step, seed) values ($1, $2) on conflict do nothing', [step, seed])
    if (!done.has('begun')) await refuseForeignData(owner)
    await mark('begun')
    const today = dayOf(options.now)
    if (!done.has('people')) {
      await owner.query(
        'truncate registry.person, registry.dwelling, registry.estate, registry.building, registry.household, registry.organisation, areas.area cascade',
      )
      progress(`正在生成演示居民 / making ${options.people} synthetic residents`)
      await loadDemoPeople({
        ownerUrl,
        ring: keys,
        seed,
        today,
        sizes: { reference: options.people, invented: Math.min(options.people, demoSizes.invented) },
        onProgress: ({ step, rows, streetCode }) => {
          if (streetCode === referenceStreet) progress(`演示居民 / residents: ${step} ${rows}`)
        },
      })
      await mark('people')
    }
    if (!done.has('cases')) await seedByActions(options, owner, done, mark)
  } finally {
    await owner.end()
  }
}

export async function stepsDone(owner: pg.Client): Promise<Set<string>> {
  const { rows } = await owner.query<{ step: string }>('select step from demo.seeding')
  return new Set(rows.map((row) => row.step))
}

async function refuseForeignData(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ filled: boolean }>(
    'select exists (select from registry.person) or exists (select from identity.account) as filled',
  )
  if (rows[0]?.filled)
    throw new StartProblem(
      '库中已有真实数据，不装入演示数据 / the database holds data that is no demo; nothing was changed',
    )
}

async function seedByActions(
  options: SeedOptions,
  owner: pg.Client,
  done: Set<string>,
  mark: (step: Step) => Promise<unknown>,
): Promise<void> {
  const { keys, progress } = options
  const clock = testClock(options.now)
  const pool = (url: string) => {
    const made = createPool({ url, applicationName: 'linli-demo', max: 4 })
    // No move waits for the disk: the step's mark is the last record in the same log, so it never outlives what it marks.
    made.on('connect', (client) => void client.query('set synchronous_commit = off').catch(() => undefined))
    return made
  }
  await using open = new AsyncDisposableStack()
  const [web, worker] = [pool(options.webUrl), pool(options.workerUrl)]
  open.defer(() => web.end())
  open.defer(() => worker.end())
  const db = createKysely<unknown>(web)
  const post = demoPost(createKysely<unknown>(worker))
  const composition = await compose({
    db,
    authUrl: options.authUrl,
    keys,
    clock,
    publicUrl: 'http://demo.invalid',
    demo: true,
    emit: async () => undefined,
    committed: post.take,
    sendCode: async () => undefined,
  })
  const { identity } = composition
  open.defer(() => identity.pool.end())
  if (!done.has('staff')) {
    progress(`演示岗位 / ${await loadStaff(owner, identity)} posts and accounts`)
    await loadMachine(owner, identity, await accountOf(owner, 'ZJQ-S01'))
    await mark('staff')
  }
  if (!done.has('items')) {
    await publishItems(owner, composition)
    await mark('items')
  }
  await clearCases(owner)
  progress(`正在办理演示办件 / ${options.cases} applications by the actions themselves`)
  const run: CaseRun = {
    owner,
    keys,
    identity,
    composition,
    post,
    clock,
    calendar: await loadCalendar(db),
    today: dayOf(options.now),
    until: options.now,
    count: options.cases,
    onProgress: (n, all) => {
      if (n % 300 === 0) progress(`演示办件 / moves: ${n} / ${all}`)
    },
  }
  await publishResidents(run, await runCases(run), await accountOf(owner, 'ZJQ-W01'))
  // What a gateway would have carried in those months is not sent today.
  await owner.query('truncate notifications.outbox')
  await mark('cases')
}

/** The catalogue by two editors; what a cut-off start had drafted is taken back. */
async function publishItems(owner: pg.Client, { identity, call }: Composition): Promise<void> {
  await owner.query('truncate service_items.item, approvals.approval cascade')
  const sessions = demoSessions(identity)
  const session = async (number: string) => sessions.of(await accountOf(owner, number))
  const [drafter, publisher] = [await session('CN-E01'), await session('CN-E02')]
  await loadCatalogue(async (sessionId, operation, input) => (await call(operation, { sessionId }, input)).output, {
    drafter,
    publisher,
    effectiveFrom: '2016-01-01',
  })
  await sessions.end()
}

async function accountOf(owner: pg.Client, staffNumber: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('select id from identity.account where staff_number = $1', [
    staffNumber,
  ])
  return rows[0]!.id
}
