import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.dispose())

const reason = { reason: '上门核对住址' }

describe('people.find', () => {
  test.each([
    ['name', () => '张德明'],
    ['initials', () => 'zdm'],
    ['phone', () => world.people.elder.phone],
    ['ID number', () => world.people.elder.idNumber],
  ])('the clerk finds by %s, masked', async (_how, query) => {
    const reply = await world.send('clerk', 'people.find', { query: query() })
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    expect(reply.body.persons[0]).toMatchObject({
      id: world.people.elder.id,
      name: '张德明',
      age: 71,
      committee: '北居委会',
    })
    expect(JSON.stringify(reply.body)).not.toContain(world.people.elder.idNumber)
    expect(JSON.stringify(reply.body)).not.toContain(world.people.elder.phone)
  })

  test('another committee and another street find nothing, and posts that read nobody are refused', async () => {
    for (const who of ['southWorker', 'foreignClerk', 'foreignWorker'] as const) {
      const reply = await world.send(who, 'people.find', { query: world.people.elder.idNumber })
      expect(reply.body.persons, who).toEqual([])
    }
    for (const who of ['approver', 'leader', 'hotline', 'systemAdmin', 'elder'] as const) {
      expect((await world.send(who, 'people.find', { query: '张德明' })).status, who).toBe(403)
    }
    expect((await world.sendPolicyOff('leader', 'people.find', { query: '张德明' })).body.persons).toEqual([])
  })

  test('one audit entry names those who were shown', async () => {
    await world.send('northWorker', 'people.find', { query: '张德明' })
    const [entry] = await world.look<{ subjects: string[]; purpose: string }>(
      `select subjects, purpose from audit.entry where verb = 'people.find' order by at desc, seq desc limit 1`,
    )
    expect(entry).toMatchObject({ purpose: 'search' })
    expect(entry!.subjects).toContain(world.people.elder.id)
  })
})

describe('people.open', () => {
  test('a record opens with a typed reason, which stays in the erasable text of the audit', async () => {
    const reply = await world.send('northWorker', 'people.open', { personId: world.people.elder.id, purpose: reason })
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    expect(reply.body).toMatchObject({ name: '张德明', residencies: [{ committee: '北居委会', kind: 'owner' }] })
    const rows = await world.look(
      `select t.text from audit.entry e join audit.entry_text t on t.entry_id = e.id where e.verb = 'people.open'`,
    )
    expect(rows).toEqual([{ text: '上门核对住址' }])
  })

  test('without a purpose it is refused before anything is read', async () => {
    const reply = await world.send('clerk', 'people.open', { personId: world.people.elder.id, purpose: {} })
    expect(reply.status).toBe(400)
  })

  test('a post that reads nobody is refused by policy, and out of another committee’s sight nothing is there', async () => {
    expect(
      (await world.send('southWorker', 'people.open', { personId: world.people.elder.id, purpose: reason })).status,
    ).toBe(404)
    expect(
      (await world.send('elder', 'people.open', { personId: world.people.elder.id, purpose: reason })).status,
    ).toBe(403)
  })

  test('with the policy off the database still hides the person', async () => {
    const reply = await world.sendPolicyOff('leader', 'people.open', {
      personId: world.people.elder.id,
      purpose: reason,
    })
    expect(reply.status).toBe(404)
  })
})

describe('people.reveal', () => {
  test('lifts the mask of the named field alone, thirty times a day', async () => {
    const personId = world.people.southElder.id
    const reply = await world.send('southWorker', 'people.reveal', { personId, fields: ['phones'], purpose: reason })
    expect(reply.body).toEqual({ phones: [expect.objectContaining({ number: world.people.southElder.phone })] })
    for (let n = 1; n < 30; n++)
      await world.send('southWorker', 'people.reveal', { personId, fields: ['phones'], purpose: reason })
    const over = await world.send('southWorker', 'people.reveal', { personId, fields: ['phones'], purpose: reason })
    expect(over.status).toBe(403)
    expect(over.body.reason).toBe('people.reveal-limit')
  })

  test('is refused to other posts by policy, and by the database with the policy off', async () => {
    const input = { personId: world.people.elder.id, fields: ['idNumber'], purpose: reason }
    expect([403, 404]).toContain((await world.send('approver', 'people.reveal', input)).status)
    expect([403, 404]).toContain((await world.sendPolicyOff('approver', 'people.reveal', input)).status)
  })
})

describe('a minor’s file', () => {
  test('opens without a case only after the supervisor has agreed, and for seven days', async () => {
    const personId = world.people.child.id
    const closed = await world.send('northWorker', 'people.open', { personId, purpose: reason })
    expect(closed.body.reason, JSON.stringify(closed.body)).toBe('people.minor-needs-approval')
    const asked = await world.send('northWorker', 'people.requestMinorFile', { personId, reason: '困境儿童走访' })
    expect(asked.status, JSON.stringify(asked.body)).toBe(200)
    const list = await world.send('supervisor', 'people.minorFiles')
    expect(list.body.files).toHaveLength(1)
    const granted = await world.send('supervisor', 'people.approveMinorFile', {
      fileId: asked.body.fileId,
      decision: 'approved',
    })
    expect(granted.status, JSON.stringify(granted.body)).toBe(200)
    expect((await world.send('northWorker', 'people.open', { personId, purpose: reason })).status).toBe(200)
    expect((await world.send('clerk', 'people.open', { personId, purpose: reason })).status).toBe(403)
    world.clock.set('2026-06-09T01:00:00Z')
    expect((await world.send('northWorker', 'people.open', { personId, purpose: reason })).status).toBe(403)
  })

  test('whoever asked cannot agree, by policy and by the database', async () => {
    const asked = await world.send('clerk', 'people.requestMinorFile', {
      personId: world.people.child.id,
      reason: '代办医保',
    })
    const input = { fileId: asked.body.fileId, decision: 'approved' }
    expect((await world.send('clerk', 'people.approveMinorFile', input)).status).toBe(403)
    expect([403, 404]).toContain((await world.sendPolicyOff('clerk', 'people.approveMinorFile', input)).status)
    expect((await world.send('foreignClerk', 'people.approveMinorFile', input)).status).toBe(404)
  })

  test('asking is refused to other posts, and by the database with the policy off', async () => {
    const input = { personId: world.people.child.id, reason: '随便看看' }
    expect([403, 404]).toContain((await world.send('leader', 'people.requestMinorFile', input)).status)
    expect([403, 404]).toContain((await world.sendPolicyOff('leader', 'people.requestMinorFile', input)).status)
  })
})
