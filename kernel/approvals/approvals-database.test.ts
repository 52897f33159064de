import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '#platform/db/connect.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { asSession, fakeSessions } from '#testing/fake-sessions.ts'
import {
  type ApprovalMode,
  loadApproval,
  openApproval,
  speak,
  stateFromVoices,
  type VoiceDecision,
  withdrawApproval,
} from './door.ts'

const AT = '2026-12-01T01:00:00Z'
let database: TestDatabase
let web: Kysely<unknown>
const area = crypto.randomUUID()
const elsewhere = crypto.randomUUID()
const EDITORS = ['wang', 'li', 'zhao', 'stranger'] as const
const account = Object.fromEntries(EDITORS.map((name) => [name, crypto.randomUUID()])) as Record<
  (typeof EDITORS)[number],
  string
>
const session = {} as Record<(typeof EDITORS)[number], string>

beforeAll(async () => {
  database = await createTestDatabase()
  web = createKysely(createPool({ url: database.urls.web, applicationName: 'test', max: 4 }))
  const sessions = await fakeSessions(database)
  for (const name of EDITORS) session[name] = await sessions.signIn(account[name], 'staff')
  await withConnection(database.urls.owner, async (client) => {
    for (const id of [area, elsewhere]) {
      await client.query("insert into areas.area (id, kind) values ($1, 'subdistrict')", [id])
      await client.query('insert into areas.descendant values ($1, $1)', [id])
    }
    await client.query("insert into access.permission (post_kind, operation) values ('itemEditor', 'tests.approve')")
    for (const name of EDITORS) {
      await client.query(
        `with post as (insert into access.post (kind, area_id, name) values ('itemEditor', $1, '事项管理岗') returning id)
         insert into access.holding (post_id, account_id) select id, $2 from post`,
        [name === 'stranger' ? elsewhere : area, account[name]],
      )
    }
  })
})
afterAll(async () => {
  await web.destroy()
  await database.dispose()
})

const as = <T>(name: (typeof EDITORS)[number], run: (tx: Kysely<unknown>) => Promise<T>) =>
  asSession(web, session[name], run)
const editors = { holderKey: `post:itemEditor@${area}`, operation: 'tests.approve' }
const open = (mode: ApprovalMode, voices: number, by: (typeof EDITORS)[number] = 'wang') =>
  as(by, (tx) =>
    openApproval(tx, {
      subjectKind: 'serviceItemVersion',
      subjectId: crypto.randomUUID(),
      mode,
      asked: Array(voices).fill(editors),
      at: AT,
    }),
  )
const say = (name: (typeof EDITORS)[number], approvalId: string, decision: VoiceDecision = 'approved') =>
  as(name, (tx) =>
    speak(tx, {
      approvalId,
      accountId: account[name],
      decision,
      reason: decision === 'refused' ? '依据不足' : undefined,
      at: AT,
    }),
  )

test('two persons: another one approves, the requester cannot', async () => {
  const id = await open('twoPerson', 1)
  await expect(say('wang', id)).rejects.toMatchObject({ code: 'refused', reason: 'approvals.own-request' })
  expect(await say('li', id)).toMatchObject({
    state: 'approved',
    closedAt: AT,
    voices: [{ accountId: account.li, decision: 'approved' }],
  })
  await expect(say('zhao', id)).rejects.toMatchObject({ reason: 'approvals.closed' })
  await expect(open('twoPerson', 2)).rejects.toMatchObject({ code: '23514' })
})

test('a joint approval hears everybody, and one refusal with its reason decides', async () => {
  const id = await open('joint', 2)
  expect(await say('li', id, 'refused')).toMatchObject({ state: 'open' })
  await expect(say('li', id)).rejects.toMatchObject({ reason: 'approvals.spoken-already' })
  expect(await say('zhao', id)).toMatchObject({ state: 'refused' })
  await expect(
    as('zhao', (tx) => speak(tx, { approvalId: id, accountId: account.zhao, decision: 'refused', at: AT })),
  ).rejects.toMatchObject({ reason: 'approvals.closed' })
})

test('somebody of elsewhere sees nothing of it and cannot speak', async () => {
  const id = await open('twoPerson', 1)
  expect(await as('stranger', (tx) => loadApproval(tx, id))).toBeNull()
  await expect(say('stranger', id)).rejects.toMatchObject({ code: 'not-found' })
  const { numAffectedRows } = await as('stranger', (tx) =>
    sql`update approvals.voice set account_id = ${account.stranger}::uuid, decision = 'approved', at = now() where approval_id = ${id}::uuid`.execute(
      tx,
    ),
  )
  expect(numAffectedRows).toBe(0n)
})

test.each([
  ['for the own request', 'wang', 'wang', 1, 'LI012'],
  ['out of turn', 'li', 'li', 2, 'LI013'],
  ['in another’s name', 'li', 'zhao', 1, '42501'],
] as const)('with the policy gone the database still refuses a voice %s', async (_what, by, inName, position, code) => {
  const id = await open('serial', 2)
  await expect(
    as(by, (tx) =>
      sql`update approvals.voice set account_id = ${account[inName]}::uuid, decision = 'approved', at = now() where approval_id = ${id}::uuid and position = ${position}`.execute(
        tx,
      ),
    ),
  ).rejects.toMatchObject({ code })
})

test('no state is written and no voice added past the functions', async () => {
  const id = await open('serial', 1)
  await expect(
    as('li', (tx) => sql`update approvals.approval set state = 'approved' where id = ${id}::uuid`.execute(tx)),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(
    as('li', (tx) => sql`delete from approvals.voice where approval_id = ${id}::uuid`.execute(tx)),
  ).rejects.toMatchObject({ code: '42501' })
})

test('two speakers at once: each is heard once, whoever comes first', async () => {
  const id = await open('joint', 2)
  const outcomes = await Promise.allSettled([say('li', id), say('zhao', id), say('li', id)])
  const heard = outcomes.filter((one) => one.status === 'fulfilled').length
  const after = (await as('wang', (tx) => loadApproval(tx, id)))!
  expect(heard).toBe(2)
  expect(after.voices.map((voice) => voice.accountId).sort()).toEqual([account.li, account.zhao].sort())
  expect(after.state).toBe('approved')
  for (const one of outcomes) if (one.status === 'rejected') expect(one.reason.code).toBe('refused')
})

test('the requester alone withdraws, and a subject has one open approval', async () => {
  const subjectId = crypto.randomUUID()
  const ask = () =>
    as('wang', (tx) =>
      openApproval(tx, { subjectKind: 'serviceItemVersion', subjectId, mode: 'serial', asked: [editors], at: AT }),
    )
  const id = await ask()
  await expect(ask()).rejects.toMatchObject({ code: '23505' })
  expect(await as('li', (tx) => withdrawApproval(tx, id, AT))).toBe(false)
  expect(await as('wang', (tx) => withdrawApproval(tx, id, AT))).toBe(true)
  await ask()
})

test('the database and the pure rules agree on every short history', { timeout: 60_000 }, async () => {
  for (const mode of ['serial', 'joint'] as const) {
    for (const first of ['approved', 'refused'] as const) {
      for (const second of ['approved', 'refused'] as const) {
        const id = await open(mode, 2)
        let now = await say('li', id, first)
        expect(now.state).toBe(stateFromVoices(mode, now.voices))
        if (now.state === 'open') now = await say('zhao', id, second)
        expect(now.state).toBe(stateFromVoices(mode, now.voices))
      }
    }
  }
})
