import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClockRow, currentCalendar, differencesFromEvents, newColour } from '#kernel/cases/door.ts'
import { runAsSystem } from '#kernel/jobs/door.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { acceptedCase, decidedCase, did } from '#testing/applications.ts'
import { type Background, notices, startBackground } from '#testing/background.ts'
import { shippedCalendar } from '#testing/calendar.ts'
import { publishItems } from '#testing/publish-items.ts'
import { runningCases } from '#testing/running-cases.ts'
import { createWorld, type World } from '#testing/world.ts'
import { tellColour } from './clock-colours-sweep.ts'

const sweep = 'applications.clock-colours-sweep'
let world: World
let background: Background
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
  background = await startBackground(world, 2)
})
afterAll(async () => {
  await background.stop()
  await world.dispose()
})

const colours = async (caseId: string) =>
  (await notices(world, caseId)).filter((one) => /yellow|red/.test(one.template)).map((one) => [one.template, one.to])

test('over the days of a limit, handler and supervisor hear yellow once and red once', async () => {
  world.clock.set('2026-06-01T01:00:00Z')
  const caseId = await acceptedCase(world, 'elder')
  const told: string[][] = []
  for (let day = 0; day < 60; day += 1) {
    world.clock.set(new Date(Date.UTC(2026, 5, 1 + day, 1)).toISOString())
    await background.run(sweep)
    told.push((await colours(caseId)).map(([template]) => template!))
  }
  const holders = [`post:windowClerk@${world.areas.street}`, `post:supervisor@${world.areas.street}`]
  expect(await colours(caseId)).toEqual([
    ...holders.map((to) => ['cases.yellow', to]),
    ...holders.map((to) => ['cases.red', to]),
  ])
  const [{ due_on: due } = { due_on: '' }] = await world.look<{ due_on: string }>(
    `select due_on::text from cases."case" where id = $1`,
    [caseId],
  )
  const dayOf = (length: number) => told.findIndex((one) => one.length === length)
  const dayNumber = (on: string) => Math.round((Date.parse(on) - Date.UTC(2026, 5, 1)) / 86_400_000)
  expect(dayOf(2)).toBeLessThan(dayNumber(due))
  expect(dayOf(4)).toBe(dayNumber(due) + 1)
})

test('twice the same sweep, two workers and a run that was cut off give one event and one notice a holder', async () => {
  world.clock.set('2026-08-03T01:00:00Z')
  const cases = await runningCases(world, 12)
  world.clock.set('2026-11-30T01:00:00Z')
  // What a killed worker leaves behind: some cases told, the rest not, and one in a transaction that never ended.
  const db = createKysely<unknown>(createPool({ url: world.database.urls.worker, applicationName: 'cut', max: 1 }))
  await runAsSystem(db, sweep, (tx) => tellColour(tx, cases[0]!, world.clock.now()))
  await runAsSystem(db, sweep, async (tx) => {
    await tellColour(tx, cases[1]!, world.clock.now())
    throw new Error('killed')
  }).catch(() => undefined)
  await background.run(sweep, sweep, sweep)
  await background.run(sweep)
  for (const caseId of cases) {
    expect((await colours(caseId)).map(([template]) => template)).toEqual(['cases.red', 'cases.red'])
    const events = await world.look(
      `select 1 from cases.event where case_id = $1 and operation = 'applications.tellColour' and job = $2`,
      [caseId, sweep],
    )
    expect(events).toHaveLength(1)
  }
  const audited = await world.look(`select 1 from audit.entry where job = $1 and case_id = any ($2)`, [sweep, cases])
  expect(audited).toHaveLength(cases.length)
  const calendar = await runAsSystem(db, sweep, currentCalendar)
  expect(await runAsSystem(db, sweep, (tx) => differencesFromEvents(tx, cases[0]!, calendar))).toEqual([])
  await db.destroy()
})

test('what is decided, withdrawn or rests for a correction is not chased', async () => {
  world.clock.set('2026-06-01T01:00:00Z')
  const decided = await decidedCase(world, 'southElder')
  const withdrawn = await acceptedCase(world, 'worker')
  await did(world, 'clerk', 'applications.withdraw', { caseId: withdrawn })
  await world.look(`update cases."case" set closed_at = now() where applicant_person_id = $1 and id <> $2`, [
    world.people.elder.id,
    decided,
  ])
  const resting = await acceptedCase(world, 'elder')
  await did(world, 'clerk', 'applications.requestCorrection', {
    caseId: resting,
    missing: [{ key: 'idCard', why: '缺' }],
  })
  world.clock.set('2026-12-21T01:00:00Z')
  await background.run(sweep)
  for (const caseId of [decided, withdrawn, resting]) expect(await colours(caseId)).toEqual([])
})

const shipped = shippedCalendar()

test('whatever is paused, extended and asked on whatever days, nobody is told yellow twice for a clock, nor yellow after red', () => {
  const day = (offset: number) => new Date(Date.UTC(2026, 0, 5 + offset)).toISOString().slice(0, 10)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.array(
        fc.record({ step: fc.integer({ min: 0, max: 9 }), act: fc.constantFrom('ask', 'pause', 'resume', 'extend') }),
        {
          maxLength: 40,
        },
      ),
      (limitDays, acts) => {
        let row: ClockRow = {
          id: 'clock',
          stepId: null,
          clock: { kind: 'promisedLimit', startedOn: day(0), limitDays, pauses: [], extensions: [], stoppedOn: null },
          dueOn: day(0),
          provisional: false,
          colourTold: 'green',
        }
        const told: string[] = []
        let today = 0
        for (const { step, act } of acts) {
          today += step
          row = acted(row, act, day(today))
          for (const effect of newColour(row, shipped, day(today))) {
            told.push(effect.colour)
            row = { ...row, colourTold: effect.colour }
          }
        }
        expect([[], ['yellow'], ['red'], ['yellow', 'red']]).toContainEqual(told)
      },
    ),
  )
})

function acted(row: ClockRow, act: string, on: string): ClockRow {
  const { clock } = row
  if (act === 'pause' && clock.pauses.every((pause) => pause.to !== null))
    return { ...row, clock: { ...clock, pauses: [...clock.pauses, { from: on, to: null, reason: 'x' }] } }
  if (act === 'resume')
    return { ...row, clock: { ...clock, pauses: clock.pauses.map((pause) => ({ ...pause, to: pause.to ?? on })) } }
  if (act === 'extend')
    return { ...row, clock: { ...clock, extensions: [...clock.extensions, { days: 5, reason: 'x', on }] } }
  return row
}
