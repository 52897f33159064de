import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { currentCalendar, differencesFromEvents } from '#kernel/cases/door.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

const cardAnswers = { bank: 'icbc', delivery: 'self' }

describe('敬老卡 from the window to the rating', () => {
  test('the clerk prepares, accepts, records the city’s answer and concludes; the resident follows and rates', async () => {
    const personId = world.people.elder.id
    const prepared = await world.send('clerk', 'applications.prepare', { itemKey: 'elder-card', personId })
    expect(prepared.status, JSON.stringify(prepared.body)).toBe(200)
    expect(prepared.body).toMatchObject({ found: true, name: '张德明', yuan: 150, eligibility: { outcome: 'met' } })

    const accepted = await world.send('clerk', 'applications.acceptAtWindow', {
      itemKey: 'elder-card',
      applicant: { kind: 'self', personId },
      answers: cardAnswers,
      materials: { idCard: 'received' },
    })
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
    expect(accepted.body).toMatchObject({ state: 'accepted', version: 1 })
    const caseId = accepted.body.caseId as string

    const opened = await world.send('elder', 'applications.open', { caseId })
    expect(opened.status, JSON.stringify(opened.body)).toBe(200)
    expect(opened.body.steps.map((step: { key: string; state: string }) => [step.key, step.state])).toEqual([
      ['cityReview', 'open'],
      ['conclusion', 'waiting'],
    ])

    const stepId = opened.body.steps[0].id
    const recorded = await world.send('clerk', 'applications.recordExternal', {
      caseId,
      stepId,
      foreignStatus: '已制卡',
      foreignNumber: 'C-1',
    })
    expect(recorded.status, JSON.stringify(recorded.body)).toBe(200)
    expect(recorded.body.state).toBe('decided')

    const concluded = await world.send('clerk', 'applications.conclude', { caseId })
    expect(concluded.body.state, JSON.stringify(concluded.body)).toBe('concluded')
    const rated = await world.send('elder', 'applications.rate', { caseId, stars: 5, words: '办得快' })
    expect(rated.status, JSON.stringify(rated.body)).toBe(200)
    expect((await world.send('elder', 'applications.rate', { caseId, stars: 1 })).status).toBe(403)
    const figures = await world.send('leader', 'applications.figures', { from: '2026-01-01', until: '2026-12-31' })
    expect(figures.body.total, JSON.stringify(figures.body)).toMatchObject({
      opened: 1,
      concluded: 1,
      onTime: 1,
      rated: 1,
    })
  })

  test('nobody else finds the case: another committee, a clerk without the task, another street, an unbound phone', async () => {
    const rows = await world.look<{ id: string }>(`select id from cases."case"`)
    for (const who of [
      'southWorker',
      'northWorker',
      'otherClerk',
      'foreignClerk',
      'foreignLeader',
      'unbound',
      'southElder',
      'machine',
      'auditAdmin',
    ] as const) {
      const reply = await world.send(who, 'applications.open', { caseId: rows[0]!.id })
      expect([403, 404], who).toContain(reply.status)
    }
    expect((await world.send(null, 'applications.open', { caseId: rows[0]!.id })).status).toBe(401)
  })
})

describe('低保 from the phone through joint steps to the decision', () => {
  test('a claimed acceptance, correction with a resting clock, joint steps, notice, district decision', async () => {
    const submitted = await world.send('guardian', 'applications.submit', {
      itemKey: 'minimum-living-allowance',
      applicant: { kind: 'self' },
      answers: { householdSize: 2, monthlyIncome: 1800, circumstances: '生病', checkAuthorised: true },
      materials: {},
    })
    expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
    const caseId = submitted.body.caseId as string
    const claimable = await world.send('clerk', 'applications.inbox', { view: 'claimable' })
    expect(claimable.body.rows, JSON.stringify(claimable.body)).toHaveLength(1)
    const acceptance = claimable.body.rows[0].stepId
    expect((await world.send('clerk', 'applications.claimStep', { caseId, stepId: acceptance })).status).toBe(200)
    expect((await world.send('otherClerk', 'applications.claimStep', { caseId, stepId: acceptance })).status).toBe(404)

    const asked = await world.send('clerk', 'applications.requestCorrection', {
      caseId,
      missing: [{ key: 'idCard', why: '请带身份证原件' }],
    })
    expect(asked.body.state, JSON.stringify(asked.body)).toBe('awaitingCorrection')
    const sent = await world.send('guardian', 'applications.receiveCorrection', { caseId, note: '已带' })
    expect(sent.body.state, JSON.stringify(sent.body)).toBe('submitted')

    const opened = await world.send('clerk', 'applications.open', { caseId })
    const materials = Object.fromEntries(opened.body.materials.map((one: { key: string }) => [one.key, 'received']))
    const accepted = await world.send('clerk', 'applications.accept', { caseId, materials })
    expect(accepted.body.state, JSON.stringify(accepted.body)).toBe('accepted')

    const atNorth = await world.send('northWorker', 'applications.inbox', { view: 'claimable' })
    const visit = atNorth.body.rows[0].stepId
    expect(
      (
        await world.send('southWorker', 'applications.decideStep', {
          caseId,
          stepId: visit,
          outcome: 'approved',
          opinion: '属实',
        })
      ).status,
    ).toBe(404)
    expect(
      (
        await world.send('northWorker', 'applications.decideStep', {
          caseId,
          stepId: visit,
          outcome: 'approved',
          opinion: '入户属实',
        })
      ).status,
    ).toBe(200)

    const means = (await world.send('approver', 'applications.inbox', { view: 'claimable' })).body.rows[0].stepId
    const steps = (await world.send('approver', 'applications.open', { caseId })).body.steps as {
      key: string
      state: string
      id: string
    }[]
    expect(steps.find((step) => step.key === 'homeVisit')!.state).toBe('done')
    const item = await world.send('approver', 'applications.recordExternal', {
      caseId,
      stepId: means,
      foreignStatus: '符合',
    })
    expect(item.status, JSON.stringify(item.body)).toBe(200)
    const after = await world.send('approver', 'applications.open', { caseId })
    expect(
      after.body.steps
        .filter((step: { state: string }) => step.state === 'open')
        .map((step: { key: string }) => step.key),
    ).toEqual(['publicNotice'])

    const notice = (await world.send('approver', 'applications.inbox', { view: 'claimable' })).body.rows[0].stepId
    expect(
      (
        await world.send('secondApprover', 'applications.decideStep', {
          caseId,
          stepId: notice,
          outcome: 'approved',
          opinion: '公示无异议',
        })
      ).status,
    ).toBe(200)
    const late = await world.send('approver', 'applications.decideStep', {
      caseId,
      stepId: notice,
      outcome: 'refused',
      opinion: '重复',
    })
    expect([403, 404], JSON.stringify(late.body)).toContain(late.status)
    const district = (await world.send('districtOfficer', 'applications.inbox', { view: 'claimable' })).body.rows
    expect(district).toHaveLength(1)
    const decided = await world.send('districtOfficer', 'applications.recordExternal', {
      caseId,
      stepId: district[0].stepId,
      foreignStatus: '批准',
    })
    expect(decided.body.state, JSON.stringify(decided.body)).toBe('decided')
  })

  test('rebuilding each projection from events shows no difference', async () => {
    const pool = createPool({ url: world.database.urls.owner, applicationName: 'test' })
    const db = createKysely<unknown>(pool)
    const calendar = await currentCalendar(db)
    for (const { id } of await world.look<{ id: string }>(`select id from cases."case"`)) {
      expect(await differencesFromEvents(db, id, calendar)).toEqual([])
    }
    await pool.end()
  })
})
