import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.dispose())

test.each([
  ['name', () => '张德明'],
  ['the end of a name', () => '德明'],
  ['initials', () => 'zdm'],
  ['full pinyin', () => 'zhangdeming'],
  ['address', () => '测试路1弄101号101'],
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

test('another committee and another street find nothing', async () => {
  for (const who of ['southWorker', 'foreignClerk', 'foreignWorker'] as const) {
    for (const query of ['张德明', world.people.elder.idNumber, world.people.elder.phone]) {
      expect((await world.send(who, 'people.find', { query })).body.persons, who).toEqual([])
    }
  }
  expect((await world.sendPolicyOff('leader', 'people.find', { query: '张德明' })).body.persons).toEqual([])
})

test('posts that read nobody, residents and strangers are refused', async () => {
  for (const who of ['approver', 'leader', 'hotline', 'systemAdmin', 'elder'] as const) {
    expect((await world.send(who, 'people.find', { query: '张德明' })).status, who).toBe(403)
  }
  expect((await world.send(null, 'people.find', { query: '张德明' })).status).toBe(401)
})

test('one audit entry names those who were shown', async () => {
  await world.send('northWorker', 'people.find', { query: '张德明' })
  const [entry] = await world.look<{ subjects: string[]; purpose: string }>(
    `select subjects, purpose from audit.entry where verb = 'people.find' order by at desc, seq desc limit 1`,
  )
  expect(entry).toMatchObject({ purpose: 'search' })
  expect(entry!.subjects).toContain(world.people.elder.id)
})
