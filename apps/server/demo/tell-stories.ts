import { addDays } from '#kernel/calendar/door.ts'
import { plans } from './case-plans.ts'
import { adults, type DemoApplicant, elders, eldersElsewhere, residentFor } from './demo-people.ts'
import type { Plan } from './moves.ts'
import { type CaseRun, instantOn, type Story, workingInstant } from './story.ts'

/** Spreads the plans by their shares over people, windows and days. */
export async function tellStories(run: CaseRun, windows: readonly string[]): Promise<Story[]> {
  const { count } = run
  const pools = {
    card: await elders(run, count * 4),
    aid: await adults(run, count),
    elsewhere: await eldersElsewhere(run, count),
  }
  const stories: Story[] = []
  for (const [order, plan] of wanted(count).entries()) {
    const clerk = windows[order % windows.length]!
    const pool = plan.how === 'cityWide' ? pools.elsewhere : plan.item === 'elder-card' ? pools.card : pools.aid
    const needsAccount = plan.how === 'online' || plan.moves.some((move) => move.by === 'resident')
    const found = await nextPerson(run, pool, needsAccount, clerk)
    if (!found) continue
    const daysAgo = plan.began.atLeast + ((order * 7) % (plan.began.spread + 1))
    const day = addDays(run.today, -daysAgo)
    // A phone knows no holidays.
    const at = plan.how === 'online' ? instantOn(day, 0, order) : workingInstant(run.calendar, day, 0, order)
    stories.push({ plan, ...found, clerk, caseId: null, next: -1, at, told: Promise.resolve(), order })
  }
  return stories
}

function wanted(count: number): Plan[] {
  const shares = plans.reduce((sum, plan) => sum + plan.share, 0)
  return plans.flatMap((plan) =>
    Array.from({ length: Math.max(1, Math.round((plan.share / shares) * count)) }, () => plan),
  )
}

async function nextPerson(
  { owner, keys, identity }: CaseRun,
  pool: DemoApplicant[],
  needsAccount: boolean,
  clerk: string,
) {
  for (let person = pool.shift(); person; person = pool.shift()) {
    if (!needsAccount) return { person, resident: null }
    const resident = await residentFor(owner, identity, keys, person, clerk)
    if (resident) return { person, resident }
  }
  return null
}
