import { rm } from 'node:fs/promises'
import { serializeSigned } from 'hono/utils/cookie'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SESSION_COOKIE } from '#kernel/identity/door.ts'
import { runAsSystem } from '#kernel/jobs/door.ts'
import { createAddressBook } from '#kernel/notifications/door.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { asSession } from '#testing/fake-sessions.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
type Who = keyof World['accounts']

beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(async () => {
  await world.dispose()
  await rm('/tmp/linli-unused', { recursive: true, force: true })
})

async function request(
  who: Who | null,
  method: string,
  route: string,
  body?: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const secret = world.composition.identity.auth.secret
  const cookie = who ? await serializeSigned(SESSION_COOKIE, world.accounts[who].token, secret) : ''
  return world.app.request(`http://localhost/api${route}`, { method, headers: { cookie }, ...(body ? { body } : {}) })
}

async function listen(who: Who) {
  const answer = await request(who, 'GET', '/live')
  const reader = answer.body!.getReader()
  let text = ''
  const done = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      text += new TextDecoder().decode(part.value)
  })()
  await expect.poll(() => text).toContain('event: hello')
  return { text: () => text, stop: () => reader.cancel().then(() => done) }
}

test('nobody listens, uploads or opens without having signed in', async () => {
  for (const [method, route] of [
    ['GET', '/live'],
    ['PUT', '/files'],
    ['GET', `/files/${crypto.randomUUID()}`],
  ] as const) {
    const answer = await request(null, method, route, method === 'PUT' ? new Uint8Array(8) : undefined)
    expect([route, answer.status]).toEqual([route, 401])
    expect(await answer.json()).toMatchObject({ code: 'not-signed-in', title: '请先登录。' })
  }
})

test('a resident’s file is taken; a foreign kind is refused in words', async () => {
  const png = new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  const taken = await request('elder', 'PUT', `/files?name=${encodeURIComponent('身份证.png')}`, png)
  expect([taken.status, await taken.json()]).toMatchObject([201, { name: '身份证.png', mime: 'image/png', size: 16 }])
  const refused = await request('elder', 'PUT', '/files', new Uint8Array(Buffer.from('<script></script>')))
  expect([refused.status, JSON.stringify(await refused.json())]).toEqual([
    400,
    expect.stringContaining('只收 PDF、PNG 和 JPEG 文件'),
  ])
})

test('who sees a case hears that it changed; a foreign street, an unbound phone and another resident do not', async () => {
  const listeners = await Promise.all(
    (['elder', 'leader', 'foreignClerk', 'unbound', 'southElder'] as const).map(listen),
  )
  const accepted = await world.send('clerk', 'applications.acceptAtWindow', {
    itemKey: 'elder-card',
    applicant: { kind: 'self', personId: world.people.elder.id },
    answers: { bank: 'icbc', delivery: 'self' },
    materials: { idCard: 'received' },
  })
  expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
  const [elder, leader, ...others] = listeners
  const expected = `data: {"topic":"cases","ids":["${accepted.body.caseId}"]}`
  await expect.poll(elder!.text, { timeout: 5_000 }).toContain(expected)
  await expect.poll(leader!.text, { timeout: 5_000 }).toContain(expected)
  for (const other of others) expect(other.text()).not.toContain('data: {')
  await Promise.all(listeners.map((one) => one.stop()))
})

test('the sending job alone learns where somebody is reached', async () => {
  const worker = createKysely<unknown>(createPool({ url: world.database.urls.worker, applicationName: 'test', max: 2 }))
  const book = createAddressBook(world.keys)
  const holder = `person:${world.people.elder.id}`
  const reached = await runAsSystem(worker, 'notifications.send', (tx) => book.addressOf(tx, holder, 'message'))
  expect(reached).toEqual({ address: world.people.elder.phone, language: 'zh-CN' })
  const post = await runAsSystem(worker, 'notifications.send', (tx) =>
    book.addressOf(tx, 'post:supervisor@x', 'message'),
  )
  expect(post).toBeNull()
  const other = runAsSystem(worker, 'applications.sweep', (tx) => book.addressOf(tx, holder, 'message'))
  await expect(other).rejects.toMatchObject({ code: '42501' })
  const web = asSession(world.composition.ports.db, world.accounts.clerk.sessionId, (tx) =>
    book.addressOf(tx, holder, 'message'),
  )
  await expect(web).rejects.toMatchObject({ code: '42501' })
  await worker.destroy()
})
