import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runAsSystem } from '#kernel/jobs/door.ts'
import { publishedItem } from '#modules/service-items/lookup.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { allowanceMaterials, claimedCase, did, jointCase, stepOf } from '#testing/applications.ts'
import { type Background, notices, startBackground } from '#testing/background.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'
import { remindBirthdays } from './period-reminders-sweep.ts'

const sweep = 'applications.period-reminders-sweep'
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
beforeEach(() => world.look(`update registry.person set died_on = null`))

/** Sweep and telling, as a morning brings them. */
async function morning(day: string) {
  world.clock.set(`${day}T22:40:00Z`)
  await background.run(sweep)
  world.clock.set(new Date(Date.parse(`${day}T22:40:00Z`) + 3 * 3_600_000).toISOString())
  await background.run('notifications.remind')
}
const told = async (person: keyof World['people'], template: string) =>
  (await notices(world)).filter((one) => one.to === `person:${world.people[person].id}` && one.template === template)

test('thirty days before a birthday that counts the person is told once, whatever morning it is and however often it runs', async () => {
  // 张德明, born on 2 March 1955, is 80 on 2 March 2035.
  for (const day of ['2035-01-29', '2035-01-30', '2035-01-31', '2035-02-01', '2035-02-28', '2035-03-05'])
    await morning(day)
  expect(await told('elder', 'reminders.birthday')).toEqual([
    {
      to: `person:${world.people.elder.id}`,
      template: 'reminders.birthday',
      params: { age: 80, item: expect.stringContaining('敬老卡'), due: '2035-03-02' },
    },
  ])
  await Promise.all([background.run(sweep), background.run(sweep)])
  expect(await told('elder', 'reminders.birthday')).toHaveLength(1)
})

test('nothing is told before nine in the morning, to the dead, or to who is registered elsewhere', async () => {
  // 欧阳秀英 is 90 on 30 November 2040; 赵䶮 is 100 on 8 January 2048.
  await world.look(`update registry.person set died_on = '2039-01-01' where id = $1`, [world.people.southElder.id])
  await morning('2040-11-10')
  expect(await told('southElder', 'reminders.birthday')).toEqual([])
  await world.look(`update registry.person set registered_division = '330102' where id = $1`, [
    world.people.outsider.id,
  ])
  await morning('2047-12-20')
  expect(await told('outsider', 'reminders.birthday')).toEqual([])
  await world.look(`update registry.person set registered_division = '310105' where id = $1`, [
    world.people.outsider.id,
  ])
  world.clock.set('2047-12-20T22:41:00Z')
  await background.run(sweep, 'notifications.remind')
  expect(await told('outsider', 'reminders.birthday')).toEqual([])
  world.clock.set('2047-12-21T01:00:00Z')
  await background.run('notifications.remind')
  expect(await told('outsider', 'reminders.birthday')).toHaveLength(1)
})

test('who was granted an allowance is reminded of each yearly review, once a year', async () => {
  world.clock.set('2026-06-01T01:00:00Z')
  const caseId = await jointCase(world, 'guardian')
  await did(world, 'northWorker', 'applications.decideStep', {
    caseId,
    stepId: await stepOf(world, caseId, 'homeVisit'),
    outcome: 'approved',
    opinion: '属实',
  })
  await did(world, 'approver', 'applications.recordExternal', {
    caseId,
    stepId: await stepOf(world, caseId, 'meansCheck'),
    foreignStatus: '符合',
  })
  await world.look(`update cases."case" set outcome = 'approved', state = 'concluded' where id = $1`, [caseId])
  await world.look(`update cases.clock set stopped_on = '2026-07-01' where case_id = $1`, [caseId])
  for (const day of ['2027-05-20', '2027-06-02', '2027-06-20', '2027-07-05', '2028-06-10', '2028-06-20'])
    await morning(day)
  expect((await told('worker', 'reminders.yearlyReview')).map((one) => one.params.due)).toEqual([
    '2027-07-01',
    '2028-07-01',
  ])
})

test('two runs at once set twenty thousand birthdays once, and another run sets none', async () => {
  await world.look(
    `insert into registry.person (subdistrict_id, name, birth_on, registered_division)
     select $1, '演示', '1960-01-01'::date + (n % 28), '310105' from generate_series(1, 20000) n`,
    [world.areas.street],
  )
  const db = createKysely<unknown>(createPool({ url: world.database.urls.worker, applicationName: 'many', max: 2 }))
  const all = async () => {
    let set = 0
    for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after; ) {
      const from: string = after
      const done = await runAsSystem(db, sweep, async (tx) => {
        const item = (await publishedItem(tx, 'elder-card', '2029-12-31'))!
        return remindBirthdays(tx, item, '2029-12-31', from)
      })
      set += done.set
      after = done.next
    }
    return set
  }
  expect((await Promise.all([all(), all()])).reduce((sum, one) => sum + one)).toBe(20_000)
  expect(await all()).toBe(0)
  await db.destroy()
})

test('after acceptance the applicant is told what else the base shows him entitled to, with the reason, once', async () => {
  world.clock.set('2026-06-01T01:00:00Z')
  const caseId = await claimedCase(world, 'southElder')
  await did(world, 'clerk', 'applications.accept', { caseId, materials: allowanceMaterials })
  await background.run()
  const related = (await notices(world, caseId)).filter((one) => one.template === 'reminders.relatedItem')
  expect(related).toMatchObject([
    {
      to: `person:${world.people.southElder.id}`,
      params: { related: expect.stringContaining('敬老卡'), reason: expect.stringContaining('65') },
    },
  ])
})
