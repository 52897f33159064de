import type pg from 'pg'
import { addDays, type Calendar, isWorkingDay } from '#kernel/calendar/door.ts'
import { encryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import type { Identity } from '#kernel/identity/door.ts'
import type { TestClock } from '#platform/clock.ts'
import type { Composition } from '../compose.ts'
import { type Move, type Plan, plans } from './case-plans.ts'
import { adults, type DemoApplicant, elders, eldersElsewhere, residentFor } from './demo-people.ts'
import { type DemoSessions, demoSessions } from './demo-sessions.ts'

export interface CaseRun {
  owner: pg.Client
  keys: KeyRing
  identity: Identity
  composition: Composition
  clock: TestClock
  calendar: Calendar
  /** `YYYY-MM-DD`: the last day of the story. */
  today: string
  count: number
  onProgress(done: number, all: number): void
}

interface Story {
  plan: Plan
  person: DemoApplicant
  resident: string | null
  clerk: string
  caseId: string | null
  /** Index of the next move; -1 is the filing. */
  next: number
  at: string
}

/** Lets so many stories happen: every step by an action of somebody with a session, on the day on which it is told. */
export async function runCases(run: CaseRun): Promise<number> {
  const cast = await castOf(run)
  const sessions = demoSessions(run.identity)
  const stories = await tellStories(run, cast)
  const all = stories.reduce((sum, story) => sum + 1 + story.plan.moves.length, 0)
  let done = 0
  try {
    // Always the earliest next move of all stories: the street's days pass once, in order.
    const queue = [...stories]
    while (queue.length > 0) {
      queue.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      const story = queue[0]!
      if (story.at > `${run.today}T08:30:00Z`) break
      run.clock.set(story.at)
      await step(run, cast, sessions, story)
      story.next++
      const move = story.plan.moves[story.next]
      if (move) story.at = workingInstant(run, story.at, move.afterDays)
      else queue.shift()
      if (++done % 50 === 0) run.onProgress(done, all)
    }
  } finally {
    await sessions.end()
  }
  await publishResidents(run, stories)
  return stories.length
}

/** One bound account for each way in which an online story went, so that a visitor can look from the resident's side. */
async function publishResidents({ owner, keys }: CaseRun, stories: Story[]): Promise<void> {
  await owner.query('truncate demo.resident')
  const told = new Set<string>()
  for (const { resident, person, plan, caseId } of stories) {
    if (!resident || !caseId || !person.phone) continue
    const { rows } = await owner.query<{ state: string }>(`select state from cases."case" where id = $1`, [caseId])
    const note = `${plan.item} · ${rows[0]?.state}`
    if (told.has(note)) continue
    told.add(note)
    await owner.query('insert into demo.resident (number_cipher, note) values ($1, $2)', [
      encryptValue(keys, 'phone', person.phone),
      note,
    ])
  }
}

interface Cast {
  byNumber: Map<string, string>
  workerOf: Map<string, string>
}

async function castOf({ owner }: CaseRun): Promise<Cast> {
  const staff = await owner.query<{ staff_number: string; id: string; kind: string; area_id: string }>(
    `select a.staff_number, a.id, p.kind, p.area_id from identity.account a join access.holding h on h.account_id = a.id
     join access.post p on p.id = h.post_id where a.staff_number is not null`,
  )
  return {
    byNumber: new Map(staff.rows.map((row) => [row.staff_number, row.id])),
    workerOf: new Map(staff.rows.filter((row) => row.kind === 'committeeWorker').map((row) => [row.area_id, row.id])),
  }
}

/** Spreads the plans by their shares over people, windows and days. */
async function tellStories(run: CaseRun, cast: Cast): Promise<Story[]> {
  const { owner, keys, identity, count } = run
  const pools = {
    card: await elders(owner, keys, count * 4),
    aid: await adults(owner, keys, count),
    elsewhere: await eldersElsewhere(owner, keys, count),
  }
  const shares = plans.reduce((sum, plan) => sum + plan.share, 0)
  const wanted = plans.flatMap((plan) =>
    Array.from({ length: Math.max(1, Math.round((plan.share / shares) * count)) }, () => plan),
  )
  const stories: Story[] = []
  for (const [n, plan] of wanted.entries()) {
    const clerk = cast.byNumber.get(`ZJQ-W0${(n % 6) + 1}`)!
    const pool = plan.how === 'cityWide' ? pools.elsewhere : plan.item === 'elder-card' ? pools.card : pools.aid
    const needsAccount = plan.how === 'online' || plan.moves.some((move) => move.by === 'resident')
    const found = await nextPerson(run, pool, needsAccount, clerk, identity)
    if (!found) continue
    const daysAgo = plan.began.atLeast + ((n * 7) % (plan.began.spread + 1))
    stories.push({
      plan,
      ...found,
      clerk,
      caseId: null,
      next: -1,
      at: workingInstant(run, `${addDays(run.today, -daysAgo - 1)}T00:00:00Z`, 1, n),
    })
  }
  return stories
}

async function nextPerson(
  { owner, keys }: CaseRun,
  pool: DemoApplicant[],
  needsAccount: boolean,
  clerk: string,
  identity: Identity,
) {
  for (let person = pool.shift(); person; person = pool.shift()) {
    if (!needsAccount) return { person, resident: null }
    const resident = await residentFor(owner, identity, keys, person, clerk)
    if (resident) return { person, resident }
  }
  return null
}

/** Office hours in Shanghai on the next working day, spread over the day by the story. */
function workingInstant(
  { calendar, clock }: CaseRun,
  from: string,
  days: number,
  spread = Number(clock.now().slice(17, 19)),
): string {
  let day = addDays(from.slice(0, 10), days)
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  const minute = (spread * 37 + days * 11) % 420
  return `${day}T${String(1 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`
}

async function step(run: CaseRun, cast: Cast, sessions: DemoSessions, story: Story): Promise<void> {
  if (story.next < 0) return file(run, sessions, story)
  const move = story.plan.moves[story.next]!
  const actor = await actorOf(run, cast, story, move)
  const session = { sessionId: await sessions.of(actor) }
  const openStep =
    move.step ??
    (move.action === 'accept' || move.action === 'decline' || move.action === 'requestCorrection' ? 'acceptance' : null)
  const stepId = openStep ? await stepOf(run, story.caseId!, openStep) : null
  const { allMaterials, ...input } = move.input ?? {}
  if (move.by === 'worker' || move.by === 'approver') {
    await run.composition.call('applications.claimStep', session, { caseId: story.caseId, stepId })
  }
  await run.composition.call(`applications.${move.action}`, session, {
    caseId: story.caseId,
    ...(move.step ? { stepId } : {}),
    ...(allMaterials ? { materials: await allReceived(run, story) } : {}),
    ...input,
  })
}

async function file({ composition, owner }: CaseRun, sessions: DemoSessions, story: Story): Promise<void> {
  const { plan, person } = story
  const itemKey = plan.item
  const materials = await allReceived({ owner }, story)
  const answers =
    itemKey === 'elder-card'
      ? { bank: person.personId < '8' ? 'icbc' : 'bankOfShanghai', delivery: 'self' }
      : {
          householdSize: 2,
          monthlyIncome: 1800,
          circumstances: '家庭成员患病，收入减少（演示）',
          checkAuthorised: true,
        }
  if (plan.how === 'online') {
    const call = { sessionId: await sessions.of(story.resident!) }
    const { output } = await composition.call('applications.submit', call, {
      itemKey,
      applicant: { kind: 'self' },
      answers,
      materials,
    })
    story.caseId = (output as { caseId: string }).caseId
    return
  }
  const call = { sessionId: await sessions.of(story.clerk) }
  if (plan.how === 'cityWide')
    await composition.call('applications.prepare', call, { itemKey, idNumber: person.idNumber })
  const applicant = { kind: 'self', personId: person.personId }
  const { output } = await composition.call('applications.acceptAtWindow', call, {
    itemKey,
    applicant,
    answers,
    materials,
  })
  story.caseId = (output as { caseId: string }).caseId
}

async function actorOf({ owner }: Pick<CaseRun, 'owner'>, cast: Cast, story: Story, move: Move): Promise<string> {
  switch (move.by) {
    case 'resident':
      return story.resident!
    case 'clerk': {
      // 首问负责: whoever accepted it goes on; what came online is taken by the story's window.
      const { rows } = await owner.query<{ first_contact: string | null }>(
        `select first_contact from cases."case" where id = $1`,
        [story.caseId],
      )
      return rows[0]?.first_contact ?? story.clerk
    }
    case 'worker':
      return cast.workerOf.get(story.person.committeeId)!
    case 'approver':
      return cast.byNumber.get('ZJQ-M01')!
    case 'secondApprover':
      return cast.byNumber.get('ZJQ-M02')!
    case 'district':
      return cast.byNumber.get('CN-Q01')!
    case 'leader':
      return cast.byNumber.get('ZJQ-L01')!
    case 'supervisor':
      return cast.byNumber.get('ZJQ-D01')!
  }
}

async function stepOf({ owner }: Pick<CaseRun, 'owner'>, caseId: string, key: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from cases.step where case_id = $1 and key = $2 and state = 'open'`,
    [caseId, key],
  )
  if (!rows[0]) throw new Error(`the demo's case ${caseId} has no open step ${key}`)
  return rows[0].id
}

const materialKeys = new Map<string, string[]>()

async function allReceived({ owner }: Pick<CaseRun, 'owner'>, story: Story): Promise<Record<string, 'received'>> {
  const key = story.plan.item
  if (!materialKeys.has(key)) {
    const { rows } = await owner.query<{ key: string }>(
      `select m ->> 'key' as key from service_items.item_version v, jsonb_array_elements(v.body -> 'materials') m where v.item_key = $1 and v.status = 'published'`,
      [key],
    )
    materialKeys.set(
      key,
      rows.map((row) => row.key),
    )
  }
  return Object.fromEntries(materialKeys.get(key)!.map((one) => [one, 'received' as const]))
}
