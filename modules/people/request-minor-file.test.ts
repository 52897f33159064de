import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.look(`update access.holding set during = tstzrange('2026-01-01', null)`)
})
afterAll(() => world.dispose())

const ask = (who: Parameters<World['send']>[0], personId: string, reason = '困境儿童走访') =>
  world.send(who, 'people.requestMinorFile', { personId, reason })

test('is put to the street’s supervisor, who is told whose file it is and which post asks', async () => {
  const asked = await ask('northWorker', world.people.child.id)
  expect(asked.status, JSON.stringify(asked.body)).toBe(200)
  const { files } = (await world.send('supervisor', 'people.minorFiles')).body
  expect(files).toMatchObject([
    { name: '李小宝', age: 10, askedByPost: '北居委社工', state: 'waiting', own: false, reason: '困境儿童走访' },
  ])
  expect((await world.send('northWorker', 'people.minorFiles')).body.files).toMatchObject([{ own: true }])
})

test('is not asked twice while it waits, nor for somebody of age', async () => {
  expect((await ask('gridWorker', world.people.child.id)).status).toBe(200)
  expect((await ask('gridWorker', world.people.child.id)).body.reason).toBe('people.asked-already')
  expect((await ask('gridWorker', world.people.elder.id)).body.reason).toBe('people.not-a-minor')
})

test('other committees, other streets and other clerks find no request of theirs', async () => {
  for (const who of ['southWorker', 'foreignClerk', 'foreignSupervisor', 'otherClerk'] as const) {
    expect((await world.send(who, 'people.minorFiles')).body.files, who).toEqual([])
  }
  expect((await ask('southWorker', world.people.child.id)).status).toBe(404)
})

test('is refused to other posts by the policy', async () => {
  await see('approver')
  expect((await ask('approver', world.people.child.id)).status).toBe(403)
  expect((await world.send('elder', 'people.minorFiles')).status).toBe(403)
})

test('and by the database with the policy off', async () => {
  await see('approver')
  const input = { personId: world.people.child.id, reason: '随便看看' }
  expect((await world.sendPolicyOff('approver', 'people.requestMinorFile', input)).status).toBe(403)
  expect((await world.sendPolicyOff('leader', 'people.requestMinorFile', input)).status).toBe(404)
})

const see = (who: 'approver') =>
  world.look(`select registry.grant_person_scope($1, $2, 'test')`, [
    world.people.child.id,
    `account:${world.accounts[who].accountId}`,
  ])
