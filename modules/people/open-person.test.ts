import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptedCase, did } from '#testing/applications.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
})
afterAll(() => world.dispose())

const reason = { reason: '上门核对住址' }
const elder = () => world.people.elder.id

test('a record opens with a typed reason, which stays in the erasable text of the audit', async () => {
  const reply = await world.send('northWorker', 'people.open', { personId: elder(), purpose: reason })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  expect(reply.body).toMatchObject({
    name: '张德明',
    residencies: [{ committee: '北居委会', kind: 'owner', from: '2000-01-01', until: null }],
    liveCases: [],
  })
  expect(JSON.stringify(reply.body)).not.toContain(world.people.elder.phone)
  const rows = await world.look(
    `select t.text from audit.entry e join audit.entry_text t on t.entry_id = e.id where e.verb = 'people.open'`,
  )
  expect(rows).toEqual([{ text: '上门核对住址' }])
})

test('without a purpose, or with one of three characters, it is refused before anything is read', async () => {
  for (const purpose of [{}, { reason: '看一看' }, { reason: '  看  ' }]) {
    expect((await world.send('clerk', 'people.open', { personId: elder(), purpose })).status).toBe(400)
  }
})

test('a live case is a purpose for whoever handles it, and for nobody else', async () => {
  const caseId = await acceptedCase(world)
  const input = { personId: elder(), purpose: { caseId } }
  const opened = await did(world, 'clerk', 'people.open', input)
  expect(opened.liveCases).toMatchObject([{ caseId, what: '敬老卡申领（老年综合津贴）', handling: true }])
  const [entry] = await world.look<{ case_id: string; purpose: string }>(
    `select case_id, purpose from audit.entry where verb = 'people.open' order by id desc limit 1`,
  )
  expect(entry).toEqual({ case_id: caseId, purpose: `case:${opened.liveCases[0].number}` })
  const worker = await world.send('northWorker', 'people.open', input)
  expect(worker.body.reason).toBe('people.case-is-not-the-purpose')
  const other = await world.send('clerk', 'people.open', { personId: world.people.worker.id, purpose: { caseId } })
  expect(other.body.reason).toBe('people.case-is-not-the-purpose')
})

test('whoever merely leads the street does not handle its cases', async () => {
  const caseId = await acceptedCase(world, 'worker')
  await world.look(
    `insert into access.holding (post_id, account_id, during)
     select h.post_id, $1, h.during from access.holding h where h.account_id = $2`,
    [world.accounts.northWorker.accountId, world.accounts.supervisor.accountId],
  )
  const reply = await world.send('northWorker', 'people.open', {
    personId: world.people.worker.id,
    purpose: { caseId },
  })
  expect(reply.body.reason).toBe('people.case-is-not-the-purpose')
})

test('another post is refused by the policy, and out of another committee’s sight nothing is there', async () => {
  const input = { personId: elder(), purpose: reason }
  expect((await world.send('elder', 'people.open', input)).status).toBe(403)
  for (const who of ['southWorker', 'foreignClerk', 'leader'] as const) {
    expect((await world.send(who, 'people.open', input)).status, who).toBe(404)
  }
})

test('with the policy off the database still hides the person', async () => {
  for (const who of ['leader', 'southWorker', 'foreignClerk'] as const) {
    const reply = await world.sendPolicyOff(who, 'people.open', { personId: elder(), purpose: reason })
    expect(reply.status, who).toBe(404)
  }
})
