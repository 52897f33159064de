import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '#platform/db/connect.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
  // Posts are held since before the test's clock.
  await world.look(`update access.holding set during = tstzrange('2026-01-01', null)`)
  await world.look(
    `insert into residents.desk (subdistrict_id, during, position, hotline, centre_name, centre_address, centre_hours, source)
     values ($1, daterange('2016-01-01', null), 1, '12345', '受理中心', '一号路 1 号', '周一至周五', '测试')`,
    [world.areas.street],
  )
})
afterAll(() => world.dispose())

const key = { 'idempotency-key': 'a-key-of-this-test' }
const draft = {
  as: 'self',
  own: { name: '张德明', idNumber: '310198195503021011' },
  answers: { bank: 'icbc' },
  seen: [0],
  submissionKey: 'submission-key-1',
}

test('anybody learns where one is and whom one can ask', async () => {
  const { body } = await world.send(null, 'residents.street')
  expect(body).toMatchObject({ name: '测试街道', hotline: '12345', centre: { name: '受理中心' } })
})

test('an account knows its persons; a phone alone knows none', async () => {
  const bound = await world.send('elder', 'residents.me')
  expect(bound.body.persons, JSON.stringify(bound.body)).toEqual([{ id: world.people.elder.id, name: '张德明' }])
  expect((await world.send('unbound', 'residents.me')).body.persons).toEqual([])
  expect((await world.send('clerk', 'residents.me')).status).toBe(403)
  expect((await world.send(null, 'residents.me')).status).toBe(401)
})

test('a draft is kept for its account alone, as ciphertext, until it is thrown away', async () => {
  const saved = await world.send('elder', 'residents.saveDraft', { itemKey: 'elder-card', draft }, key)
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  expect((await world.send('elder', 'residents.draft', { itemKey: 'elder-card' })).body.draft).toEqual(draft)
  expect((await world.send('unbound', 'residents.draft', { itemKey: 'elder-card' })).body.draft).toBeNull()
  const rows = await world.look<{ row: string }>('select d::text as row from residents.draft d')
  expect(rows).toHaveLength(1)
  expect(rows[0]?.row).not.toContain('310198195503021011')
  await world.send('elder', 'residents.discardDraft', { itemKey: 'elder-card' })
  expect((await world.send('elder', 'residents.draft', { itemKey: 'elder-card' })).body.draft).toBeNull()
})

test('without the policy the database lets no member of staff keep or read a draft', async () => {
  expect((await world.sendPolicyOff('clerk', 'residents.saveDraft', { itemKey: 'elder-card', draft })).status).toBe(403)
})

test('an application begins with what the item binds, masked where it is sensitive, and with the own wards', async () => {
  const { body, status } = await world.send('guardian', 'residents.beginApplication', { itemKey: 'elder-card' })
  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.wards).toEqual([{ id: world.people.child.id, name: '李小宝' }])
  expect(JSON.stringify(body)).not.toContain(world.people.worker.phone)
  expect(body.provenance.contactPhone?.masked ?? '***').toMatch(/\*/)
  const foreign = { itemKey: 'elder-card', personId: world.people.elder.id }
  expect((await world.send('guardian', 'residents.beginApplication', foreign)).status).toBe(403)
  const unseen = await world.sendPolicyOff('guardian', 'residents.beginApplication', foreign)
  expect(JSON.stringify(unseen.body)).not.toContain('张德明')
})

test('the own data come with source and age; a phone alone sees none', async () => {
  const { body } = await world.send('elder', 'residents.ownData')
  expect(body.persons).toHaveLength(1)
  const values = body.persons[0].values as { label: string; value: string; source: string; asOf: string }[]
  expect(values.find(({ label }) => label === '姓名')?.value).toBe('张德明')
  for (const value of values) {
    expect(value.source).not.toBe('')
    expect(value.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
  expect(JSON.stringify(values)).not.toContain(world.people.elder.idNumber)
  expect((await world.send('unbound', 'residents.ownData')).body.persons).toEqual([])
})

test('whoever looked is told with post and reason and never by name, and own looks are marked', async () => {
  await world.send('clerk', 'applications.prepare', { itemKey: 'elder-card', personId: world.people.elder.id })
  await world.send('elder', 'residents.ownData')
  const { body } = await world.send('elder', 'residents.whoLooked')
  const told = { own: false, who: '受理窗口一', what: '查询信息，准备受理', why: '准备办理事项' }
  expect(body.looks, JSON.stringify(body)).toContainEqual(expect.objectContaining(told))
  const own = { own: true, who: '您本人', what: '查看街道掌握的信息', why: '本人查看' }
  expect(body.looks).toContainEqual(expect.objectContaining(own))
  // Accounts of this world are called by their key: no name of staff stands in the answer.
  expect(JSON.stringify(body)).not.toContain('clerk')
  expect((await world.send('southElder', 'residents.whoLooked')).body.looks).toEqual([])
  expect((await world.send('unbound', 'residents.whoLooked')).body.looks).toEqual([])
})

test('a typed reason is told beside the number of its case, which one can look up', async () => {
  const { caseId } = (
    await world.send('clerk', 'applications.acceptAtWindow', {
      itemKey: 'elder-card',
      applicant: { kind: 'self', personId: world.people.elder.id },
      answers: { bank: 'icbc', delivery: 'self', contactPhone: '19900000000' },
      materials: { idCard: 'received' },
    })
  ).body
  const purpose = { caseId, reason: '核对银行账号' }
  const opened = await world.send('clerk', 'people.open', { personId: world.people.elder.id, purpose })
  expect(opened.status, JSON.stringify(opened.body)).toBe(200)
  const { body } = await world.send('elder', 'residents.whoLooked')
  const look = body.looks.find((one: { what: string }) => one.what === '打开完整档案')
  expect(look).toMatchObject({ own: false, who: '受理窗口一' })
  expect(look.why).toBe(`办理办件 ${opened.body.liveCases[0].number}：核对银行账号`)
})

test('a guardian sees what is held about the ward, marked as such', async () => {
  const { persons } = (await world.send('guardian', 'residents.ownData')).body
  expect(persons).toMatchObject([
    { name: '李晓燕', relation: 'self' },
    { name: '李小宝', relation: 'ward' },
  ])
  expect(JSON.stringify(persons)).not.toContain(world.people.child.idNumber)
})

test('an organisation is found by its whole code only', async () => {
  const found = await world.send('elder', 'residents.findOrganisation', { creditCode: '9131' })
  expect(found.body).toEqual({ organisation: null })
})

test('messages are the own ones, and reading them twice counts once', async () => {
  const { body, status } = await world.send('elder', 'residents.messages')
  expect(status, JSON.stringify(body)).toBe(200)
  const ids = body.messages.map(({ id }: { id: string }) => id)
  expect((await world.send('elder', 'residents.readMessages', { ids })).status).toBe(200)
  expect((await world.send('elder', 'residents.readMessages', { ids })).body.read).toBe(0)
})

test('what is the resident’s own is refused to staff by the policy and, without it, finds nothing of theirs to touch', async () => {
  await world.send('elder', 'residents.saveDraft', { itemKey: 'elder-card', draft })
  const calls = [
    ['residents.saveDraft', { itemKey: 'elder-card', draft }],
    ['residents.discardDraft', { itemKey: 'elder-card' }],
    ['residents.readMessages', { ids: [] }],
    ['residents.draft', { itemKey: 'elder-card' }],
    ['residents.ownData', {}],
    ['residents.whoLooked', {}],
  ] as const
  for (const [operation, input] of calls) {
    expect((await world.send('clerk', operation, input)).status, operation).toBe(403)
    expect((await world.send(null, operation, input)).status, operation).toBe(401)
    await world.sendPolicyOff('southElder', operation, input)
  }
  expect((await world.send('elder', 'residents.draft', { itemKey: 'elder-card' })).body.draft).toEqual(draft)
})

test('a draft that nobody touched for thirty days is forgotten by the worker, and by no web process', async () => {
  await world.look(`update residents.draft set saved_at = now() - interval '31 days'`)
  const forget = (url: string) =>
    withConnection(url, async (client) => {
      await client.query('begin')
      await client.query(`select set_config('linli.job', 'residents.forget-drafts', true)`)
      const { rowCount } = await client.query(`delete from residents.draft where saved_at < now() - interval '30 days'`)
      await client.query('commit')
      return rowCount
    })
  expect(await forget(world.database.urls.web)).toBe(0)
  expect(await forget(world.database.urls.worker)).toBeGreaterThan(0)
})
