import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  acceptedCase,
  cardFor,
  decidedCase,
  did,
  jointCase,
  stateOf,
  stepOf,
  submittedCase,
} from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type Reply, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

const statuses = (replies: Reply[]) => replies.map((reply) => reply.status).sort()
const events = async (caseId: string, operation: string) =>
  (await world.look('select 1 from cases.event where case_id = $1 and operation = $2', [caseId, operation])).length

describe('two at once: one effect, the other is told', () => {
  test('two clerks take the same acceptance', async () => {
    const caseId = await submittedCase(world)
    const stepId = await stepOf(world, caseId, 'acceptance')
    const replies = await Promise.all(
      (['clerk', 'otherClerk'] as const).map((who) => world.send(who, 'applications.claimStep', { caseId, stepId })),
    )
    // The slower one waited for the row and then no longer saw the case, or saw that the step was taken.
    expect(statuses(replies)[0]).toBe(200)
    expect([403, 404, 409]).toContain(statuses(replies)[1])
    expect(await events(caseId, 'applications.claimStep')).toBe(1)
  })

  test('two clerks accept for the same person at two windows', async () => {
    const input = cardFor(world.people.southElder.id)
    const replies = await Promise.all(
      (['clerk', 'otherClerk'] as const).map((who) => world.send(who, 'applications.acceptAtWindow', input)),
    )
    expect(statuses(replies), JSON.stringify(replies.map((reply) => reply.body))).toEqual([200, 409])
    const cases = await world.look(`select 1 from cases."case" where applicant_person_id = $1`, [
      world.people.southElder.id,
    ])
    expect(cases).toHaveLength(1)
  })

  test('two approvers record and decide the same step', async () => {
    const caseId = await jointCase(world, 'elder')
    const stepId = await stepOf(world, caseId, 'meansCheck')
    const first = await Promise.all(
      (['approver', 'secondApprover'] as const).map((who) =>
        world.send(who, 'applications.recordExternal', { caseId, stepId, foreignStatus: '符合' }),
      ),
    )
    expect(statuses(first)[0]).toBe(200)
    expect([403, 404, 409]).toContain(statuses(first)[1])
    expect(await events(caseId, 'applications.recordExternal')).toBe(1)
  })
})

describe('the same click twice', () => {
  test('one effect; the second is given the first one’s answer and told that it was', async () => {
    const caseId = await decidedCase(world, 'worker')
    const key = { 'idempotency-key': 'click-0001' }
    const replies = await Promise.all([1, 2].map(() => world.send('clerk', 'applications.conclude', { caseId }, key)))
    expect(statuses(replies)).toEqual([200, 200])
    expect(replies[0]!.body).toEqual(replies[1]!.body)
    expect(replies.filter((reply) => reply.headers.get('idempotency-replayed') === 'true')).toHaveLength(1)
    expect(await events(caseId, 'applications.conclude')).toBe(1)
    const later = await world.send('clerk', 'applications.conclude', { caseId }, key)
    expect(later.body).toEqual(replies[0]!.body)
  })

  test('a code is stored nowhere to be given again: each click shows a new one', async () => {
    const key = { 'idempotency-key': 'click-0003' }
    const [one, two] = await Promise.all([1, 2].map(() => world.send('elder', 'bindings.showCode', {}, key)))
    expect(statuses([one!, two!])).toEqual([200, 200])
    expect(one!.body.code).not.toBe(two!.body.code)
    expect(await world.look(`select from access.answered_request where operation = 'bindings.showCode'`)).toEqual([])
  })

  test('the same key with other content is refused, and another account’s equal key is its own', async () => {
    const caseId = await acceptedCase(world, 'elder')
    const key = { 'idempotency-key': 'click-0002' }
    const urged = await world.send('elder', 'applications.urge', { caseId, note: '一' }, key)
    expect(urged.status).toBe(200)
    const other = await world.send('elder', 'applications.urge', { caseId, note: '二' }, key)
    expect(other.body).toMatchObject({ status: 422, code: 'key-reused' })
    const stranger = await world.send('southElder', 'applications.urge', { caseId, note: '一' }, key)
    expect(stranger.status).toBe(404)
    expect(await events(caseId, 'applications.urge')).toBe(1)
  })
})

describe('an old version', () => {
  test('is refused with 412 and changes nothing; the current one is taken', async () => {
    const [row] = await world.look<{ id: string }>(`select id from cases."case" where state = 'accepted' limit 1`)
    const caseId = row!.id
    const { version } = await stateOf(world, caseId)
    const extension = { caseId, days: 1, reason: '材料核对' }
    const old = await world.send('leader', 'applications.extend', extension, { 'if-match': `"${version - 1}"` })
    expect(old.body).toMatchObject({ status: 412, code: 'changed-meanwhile' })
    expect((await stateOf(world, caseId)).version).toBe(version)
    const now = await world.send('leader', 'applications.extend', extension, { 'if-match': `"${version}"` })
    expect(now.body, JSON.stringify(now.body)).toMatchObject({ version: version + 1 })
    await did(world, 'leader', 'applications.open', { caseId })
  })
})
