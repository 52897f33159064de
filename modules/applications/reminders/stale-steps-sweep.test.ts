import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptedCase, did, stepOf } from '#testing/applications.ts'
import { type Background, notices, startBackground } from '#testing/background.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

const sweep = 'applications.stale-steps-sweep'
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

test('an external step without news is told once; news begin the waiting anew, and the step says so until then', async () => {
  const caseId = await acceptedCase(world, 'elder')
  const stepId = await stepOf(world, caseId, 'cityReview')
  const [step] = await world.look<{ days: number }>('select stale_after_days as days from cases.step where id = $1', [
    stepId,
  ])
  const stale = async () => (await notices(world, caseId)).filter((one) => one.template === 'cases.stale')
  const onDay = (day: number) => world.clock.set(new Date(Date.UTC(2026, 5, 1 + day, 2)).toISOString())

  onDay(step!.days)
  await background.run(sweep)
  expect(await stale()).toEqual([])
  onDay(step!.days + 1)
  await background.run(sweep, sweep)
  await background.run(sweep)
  expect(await stale()).toMatchObject([
    { to: `post:windowClerk@${world.areas.street}`, params: { days: step!.days + 1 } },
  ])

  await did(world, 'clerk', 'applications.recordExternal', { caseId, stepId, foreignStatus: '审核中' })
  await background.run(sweep)
  expect(await stale()).toHaveLength(1)
  onDay(2 * step!.days + 3)
  await background.run(sweep)
  // It is the clerk's now: telling news took the step.
  expect(await stale()).toHaveLength(2)
  expect(
    await world.look(`select 1 from cases.event where case_id = $1 and operation = 'applications.tellStale'`, [caseId]),
  ).toHaveLength(2)
})
