import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emitEvent } from '#kernel/jobs/door.ts'
import { acceptedCase, did } from '#testing/applications.ts'
import { type Background, notices, startBackground } from '#testing/background.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

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

const answers = { cause: 'slow', done: '已致歉，并当场办好', contact: 'phone', contactOn: '2026-06-01' }
let remedyId: string
let ratedId: string

/** A concluded matter that its applicant rates badly, and the remedy that follows. */
beforeEach(async () => {
  world.clock.set('2026-06-01T01:00:00Z')
  await world.look(`truncate cases."case", cases.number_counter cascade`)
  ratedId = await acceptedCase(world)
  const opened = await world.send('clerk', 'applications.open', { caseId: ratedId })
  const stepId = opened.body.steps.find((step: { state: string }) => step.state === 'open').id
  await did(world, 'clerk', 'applications.recordExternal', { caseId: ratedId, stepId, foreignStatus: '已制卡' })
  await did(world, 'clerk', 'applications.conclude', { caseId: ratedId })
  await did(world, 'elder', 'applications.rate', { caseId: ratedId, stars: 1, words: '没有人通知我' })
  await background.run()
  const rows = await world.look<{ case_id: string }>('select case_id from remedies.remedy')
  expect(rows).toHaveLength(1)
  remedyId = rows[0]!.case_id
})

/** The event of the rating once more, as a queue delivers it that lost the answer to the first. */
const rateAgain = () =>
  world.composition.ports.db
    .transaction()
    .execute((tx) => emitEvent(tx, { name: 'applications.rated@1', caseId: ratedId, ids: { stars: 1 } }))
const templatesTo = async (to: string) =>
  (await notices(world, remedyId)).filter((one) => one.to === to).map((one) => one.template)

const stateOf = async () =>
  (await world.look<{ state: string }>(`select state from cases."case" where id = $1`, [remedyId]))[0]!.state

describe('a bad rating', () => {
  test('opens one remedy with five working days, and tells the supervisor; told twice it stays one', async () => {
    const list = await world.send('supervisor', 'remedies.inbox', {})
    expect(list.body.rows).toMatchObject([{ caseId: remedyId, stars: 1, state: 'open', dueOn: '2026-06-08' }])
    await Promise.all([rateAgain(), rateAgain()])
    await background.run()
    expect(await world.look('select 1 from remedies.remedy')).toHaveLength(1)
    expect(await notices(world, remedyId)).toMatchObject([
      { template: 'cases.remedyOpened', params: { item: expect.stringContaining('敬老卡'), due: '2026-06-08' } },
    ])
    const opened = await world.send('supervisor', 'remedies.open', { caseId: remedyId })
    expect(opened.body).toMatchObject({
      ratedWords: '没有人通知我',
      allowed: [
        { action: 'reply', allowed: true },
        { action: 'close', allowed: false },
      ],
    })
  })

  test('is seen by nobody else', async () => {
    for (const who of ['southElder', 'foreignSupervisor', 'northWorker', 'otherClerk', 'machine'] as const) {
      expect([403, 404], who).toContain((await world.send(who, 'remedies.open', { caseId: remedyId })).status)
    }
    expect((await world.send('foreignSupervisor', 'remedies.inbox', { view: 'all' })).body.rows).toEqual([])
  })
})

describe('the five working days', () => {
  test('are told yellow and red once each, by whichever worker sweeps; nothing while the resident is asked', async () => {
    const sweep = 'remedies.clock-colours-sweep'
    const supervisor = `post:supervisor@${world.areas.street}`
    for (let day = 1; day <= 14; day += 1) {
      world.clock.set(`2026-06-${String(day).padStart(2, '0')}T02:00:00Z`)
      await background.run(sweep, sweep)
    }
    expect(await templatesTo(supervisor)).toEqual(['cases.remedyOpened', 'cases.yellow', 'cases.red'])
    await did(world, 'supervisor', 'remedies.reply', { caseId: remedyId, answers })
    await background.run(sweep)
    expect(await templatesTo(supervisor)).toHaveLength(3)
  })
})

describe('remedies.reply', () => {
  test('asks the resident; the clock rests, and he reads the reply in words', async () => {
    const reply = await world.send('supervisor', 'remedies.reply', { caseId: remedyId, answers })
    expect(reply.body, JSON.stringify(reply.body)).toMatchObject({ state: 'replied' })
    expect(await stateOf()).toBe('replied')
    const own = await world.send('elder', 'remedies.mine', { ratedCaseId: ratedId })
    expect(own.body.remedies[0].reply).toContainEqual({ key: 'cause', label: '原因', value: '办得慢' })
    const [clock] = await world.look<{ pauses: unknown[] }>('select pauses from cases.clock where case_id = $1', [
      remedyId,
    ])
    expect(clock!.pauses).toHaveLength(1)
  })

  test('names the field that is missing', async () => {
    const reply = await world.send('supervisor', 'remedies.reply', {
      caseId: remedyId,
      answers: { ...answers, done: '' },
    })
    expect(reply.status).toBe(400)
    expect(reply.body.errors[0].path).toBe('answers.done')
  })

  test('is refused to the leader by policy, and by the database with the policy off', async () => {
    expect((await world.send('leader', 'remedies.reply', { caseId: remedyId, answers })).status).toBe(403)
    const reply = await world.sendPolicyOff('leader', 'remedies.reply', { caseId: remedyId, answers })
    expect(reply.body).toMatchObject({ status: 403, code: 'refused-by-database' })
    expect(await stateOf()).toBe('open')
  })
})

describe('the resident’s answer', () => {
  beforeEach(() => did(world, 'supervisor', 'remedies.reply', { caseId: remedyId, answers }))

  test('remedies.accept closes it', async () => {
    expect((await world.send('elder', 'remedies.accept', { caseId: remedyId })).body).toMatchObject({ state: 'closed' })
    expect(await stateOf()).toBe('closed')
  })

  test('remedies.contest asks for another reply, and the clock goes on', async () => {
    expect(
      (await world.send('elder', 'remedies.contest', { caseId: remedyId, reason: '还是没有解决' })).body,
    ).toMatchObject({ state: 'contested' })
    expect((await world.send('supervisor', 'remedies.reply', { caseId: remedyId, answers })).body).toMatchObject({
      state: 'replied',
    })
  })

  test('a contested reply gives the office its five working days again, however late the first came', async () => {
    world.clock.set('2026-06-12T01:00:00Z')
    const reply = await world.send('elder', 'remedies.contest', { caseId: remedyId, reason: '还是没有解决' })
    expect(reply.body, JSON.stringify(reply.body)).toMatchObject({ state: 'contested' })
    // 19 June 2026 is 端午节.
    expect(reply.body.dueOn).toBe('2026-06-22')
  })

  test('each side is told when it is its turn, and the resident when it is over; no stars, no words', async () => {
    await did(world, 'elder', 'remedies.contest', { caseId: remedyId, reason: '还是没有解决' })
    await did(world, 'supervisor', 'remedies.reply', { caseId: remedyId, answers })
    await did(world, 'elder', 'remedies.accept', { caseId: remedyId })
    await background.run()
    expect(await templatesTo(`person:${world.people.elder.id}`)).toEqual([
      'remedies.replied',
      'remedies.replied',
      'remedies.closed',
    ])
    expect(await templatesTo(`post:supervisor@${world.areas.street}`)).toEqual([
      'cases.remedyOpened',
      'remedies.contested',
    ])
    for (const { params } of await notices(world, remedyId))
      expect(Object.keys(params).sort()).toEqual(['due', 'item', 'number'])
    expect(JSON.stringify([await notices(world, remedyId), background.sent])).not.toMatch(/没有解决|致歉|没有人通知/)
  })

  test('is refused to staff and strangers by policy, and by the database with the policy off', async () => {
    for (const [action, more] of [
      ['accept', {}],
      ['contest', { reason: '不是我' }],
    ] as const) {
      const input = { caseId: remedyId, ...more }
      expect((await world.send('supervisor', `remedies.${action}`, input)).status).toBe(403)
      expect((await world.send('southElder', `remedies.${action}`, input)).status).toBe(404)
      expect((await world.sendPolicyOff('southElder', `remedies.${action}`, input)).status).toBe(404)
    }
    expect(await stateOf()).toBe('replied')
  })
})

describe('remedies.close', () => {
  beforeEach(() => did(world, 'supervisor', 'remedies.reply', { caseId: remedyId, answers }))

  test('waits ten working days for the resident, then takes the evidence', async () => {
    const early = await world.send('supervisor', 'remedies.close', { caseId: remedyId, evidence: '电话三次未接' })
    expect(early.body).toMatchObject({ status: 403, reason: 'remedies.still-time-to-answer' })
    world.clock.set('2026-06-17T01:00:00Z')
    expect(
      (await world.send('supervisor', 'remedies.close', { caseId: remedyId, evidence: '电话三次未接' })).body,
    ).toMatchObject({ state: 'closed' })
    expect(await stateOf()).toBe('closed')
  })

  test('is refused to the leader by policy, and by the database with the policy off', async () => {
    world.clock.set('2026-06-17T01:00:00Z')
    const input = { caseId: remedyId, evidence: '电话三次未接' }
    expect((await world.send('leader', 'remedies.close', input)).status).toBe(403)
    expect((await world.sendPolicyOff('leader', 'remedies.close', input)).body).toMatchObject({
      code: 'refused-by-database',
    })
  })
})
