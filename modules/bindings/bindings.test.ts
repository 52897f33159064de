import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, enter } from '#kernel/access/door.ts'
import { createStaffAccount, newTotpSecret, sessionOf } from '#kernel/identity/door.ts'
import { withConnection } from '#platform/db/connect.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { callerOf } from '#testing/call-operations.ts'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { codeOf, startTestIdentity, type TestIdentity } from '#testing/identity.ts'
import { bindings } from './module.ts'

const PASSWORD = 'right and long enough'
let database: TestDatabase
let identity: TestIdentity
let db: ReturnType<typeof createKysely<unknown>>
let caller: ReturnType<typeof callerOf>
let street: { here: string; elsewhere: string; person: string; stranger: string }
let clerk: string
let foreignClerk: string
let approver: string

beforeAll(async () => {
  database = await createTestDatabase()
  identity = await startTestIdentity(database)
  db = createKysely<unknown>(createPool({ url: database.urls.web, applicationName: 'test' }))
  caller = callerOf(bindings, db, identity.core.ring)
  street = await makeStreet()
  clerk = await staffSession('C001', 'windowClerk', street.here)
  foreignClerk = await staffSession('C002', 'windowClerk', street.elsewhere)
  approver = await staffSession('C003', 'departmentApprover', street.here)
})
afterAll(async () => {
  await db.destroy()
  await identity.close()
  await database.dispose()
})

const asOwner = <T>(query: string, values: unknown[] = []) =>
  withConnection(database.urls.owner, async (client) => (await client.query(query, values)).rows as T[])

async function makeStreet() {
  const area = async (name: string) => {
    const [row] = await asOwner<{
      id: string
    }>(`with a as (insert into areas.area (kind) values ('subdistrict') returning id)
      insert into areas.area_version (area_id, name, source) select id, '${name}', 'test' from a returning area_id as id`)
    return row!.id
  }
  const [here, elsewhere] = [await area('甲街道'), await area('乙街道')]
  await asOwner('select areas.refresh_descendants()')
  const person = async (name: string, seenAt: string | null) => {
    const [row] = await asOwner<{ id: string }>(
      'insert into registry.person (subdistrict_id, name) values ($1, $2) returning id',
      [here, name],
    )
    if (seenAt) await asOwner(`select registry.grant_person_scope($1, 'area:' || $2, 'test')`, [row!.id, seenAt])
    return row!.id
  }
  return { here, elsewhere, person: await person('张秀英', here), stranger: await person('陈建国', null) }
}

async function staffSession(staffNumber: string, postKind: string, areaId: string): Promise<string> {
  const totpSecret = newTotpSecret()
  const account = { staffNumber, displayName: '王芳', password: PASSWORD, totpSecret }
  const { accountId } = await createStaffAccount(identity.core, account)
  await asOwner(
    `with p as (insert into access.post (kind, area_id, name) values ($1, $2, '岗位') returning id)
     insert into access.holding (post_id, account_id) select id, $3 from p`,
    [postKind, areaId, accountId],
  )
  const browser = identity.browser()
  await browser.post('identity.signInStaff', { staffNumber, password: PASSWORD })
  await browser.post('identity.verifyTotp', { code: codeOf(totpSecret) })
  return (await sessionOf(identity.core, browser.request))!.sessionId
}

async function residentSession(phone: string): Promise<string> {
  const browser = identity.browser()
  await browser.post('identity.requestCode', { phone })
  await browser.post('identity.signInResident', { phone, code: identity.sent[0]!.code })
  return (await sessionOf(identity.core, browser.request))!.sessionId
}

const shown = async (resident: string) => (await caller.call(resident, 'showCode', {})).code as string
const actorOf = (sessionId: string): Promise<Actor> => db.transaction().execute((tx) => enter(tx, { sessionId }))
const document = 'residentId'

test('a resident who only has a phone holds no post and speaks for nobody', async () => {
  const actor = await actorOf(await residentSession('13600000001'))
  expect(actor).toMatchObject({ kind: 'resident', posts: [], persons: [] })
})

test('after the clerk saw the document the account speaks for the person, and sees her own file', async () => {
  const resident = await residentSession('13600000002')
  await caller.call(clerk, 'bindPerson', { personId: street.person, code: await shown(resident), document })
  expect((await actorOf(resident)).persons).toEqual([street.person])
  expect((await caller.call(resident, 'mine', {})).bindings).toMatchObject([
    { personId: street.person, how: 'checkedDocument' },
  ])
  const seen = await db.transaction().execute(async (tx) => {
    await enter(tx, { sessionId: resident })
    return sql<{ id: string }>`select id from registry.person`.execute(tx)
  })
  expect(seen.rows).toEqual([{ id: street.person }])
  const again = { personId: street.person, code: await shown(resident), document }
  expect(await caller.refusal(clerk, 'bindPerson', again)).toBe('already-done')
})

test('a binding code is good once, for fifteen minutes, and for nobody but staff', async () => {
  const resident = await residentSession('13600000003')
  const code = await shown(resident)
  expect(await caller.refusal(resident, 'bindPerson', { personId: street.person, code, document })).toBe('refused')
  expect(await caller.refusal(clerk, 'bindPerson', { personId: street.person, code: '0000 0000', document })).toBe(
    'invalid-input',
  )
  await caller.call(clerk, 'bindPerson', { personId: street.person, code, document })
  expect(await caller.refusal(clerk, 'bindPerson', { personId: street.person, code, document })).toBe('invalid-input')
  const late = await shown(resident)
  await asOwner(`update identity.binding_code set expires_at = now() - interval '1 second' where used_at is null`)
  expect(await caller.refusal(clerk, 'issueLetter', { personId: street.person, code: late })).toBe('invalid-input')
})

test('whoever cannot see the person cannot bind him: absent and out of sight are one answer', async () => {
  const code = await shown(await residentSession('13600000004'))
  for (const personId of [street.stranger, '0190a000-0000-7000-8000-000000000009']) {
    expect(await caller.refusal(clerk, 'bindPerson', { personId, code, document })).toBe('not-found')
  }
  expect(await caller.refusal(foreignClerk, 'bindPerson', { personId: street.person, code, document })).toBe(
    'not-found',
  )
})

test('a post without this permission is refused by the policy, and by the database when the policy is off', async () => {
  await asOwner(
    `select registry.grant_person_scope($1, 'account:' || h.account_id, 'test') from access.holding h
    join access.post p on p.id = h.post_id where p.kind = 'departmentApprover'`,
    [street.person],
  )
  const code = await shown(await residentSession('13600000005'))
  for (const [name, input] of [
    ['bindPerson', { personId: street.person, code, document }],
    ['issueLetter', { personId: street.person, code }],
  ] as const) {
    expect(await caller.refusal(approver, name, input)).toBe('refused')
    expect(await caller.refusal(approver, name, input, true)).toBe('refused-by-database')
  }
})

test('the letter’s code binds the account that asked for it, once, and opens nothing for another', async () => {
  const [resident, thief] = [await residentSession('13600000006'), await residentSession('13600000007')]
  const { letterCode } = await caller.call(clerk, 'issueLetter', {
    personId: street.person,
    code: await shown(resident!),
  })
  expect(letterCode).toMatch(/^(\w{4}-){2}\w{4}$/)
  const typed = { code: String(letterCode).toLowerCase().replaceAll('-', ' ') }
  expect(await caller.call(thief!, 'redeemLetter', typed)).toEqual({ personId: null })
  expect(await caller.call(resident!, 'redeemLetter', { code: 'AAAA-BBBB-CCCC' })).toEqual({ personId: null })
  expect(await caller.call(resident!, 'redeemLetter', typed)).toEqual({ personId: street.person })
  expect(await caller.call(resident!, 'redeemLetter', typed)).toEqual({ personId: null })
  expect((await actorOf(resident!)).persons).toEqual([street.person])
  expect((await actorOf(thief!)).persons).toEqual([])
})

test('a letter’s code is dead after thirty days', async () => {
  const resident = await residentSession('13600000008')
  const { letterCode } = await caller.call(clerk, 'issueLetter', {
    personId: street.person,
    code: await shown(resident),
  })
  await asOwner(`update identity.posted_code set expires_at = now() where redeemed_at is null`)
  expect(await caller.call(resident, 'redeemLetter', { code: letterCode as string })).toEqual({ personId: null })
})

test('a resident ends his own binding and no other; from the next request on he speaks for nobody', async () => {
  const [resident, other] = [await residentSession('13600000009'), await residentSession('13600000010')]
  for (const one of [resident!, other!]) {
    await caller.call(clerk, 'bindPerson', { personId: street.person, code: await shown(one), document })
  }
  const stranger = await residentSession('13600000011')
  expect(await caller.refusal(stranger, 'endBinding', { personId: street.person })).toBe('refused')
  expect(await caller.refusal(stranger, 'endBinding', { personId: street.person }, true)).toBe('not-found')
  await caller.call(resident!, 'endBinding', { personId: street.person })
  expect((await actorOf(resident!)).persons).toEqual([])
  expect((await actorOf(other!)).persons).toEqual([street.person])
})

test('one phone may serve several persons', async () => {
  await asOwner(`select registry.grant_person_scope($1, 'area:' || $2, 'test')`, [street.stranger, street.here])
  const resident = await residentSession('13600000012')
  for (const personId of [street.person, street.stranger]) {
    await caller.call(clerk, 'bindPerson', { personId, code: await shown(resident), document })
  }
  expect((await actorOf(resident)).persons.toSorted()).toEqual([street.person, street.stranger].toSorted())
})

test('without a session nothing can be bound, redeemed, ended or listed', async () => {
  const [personId, code] = [street.person, '1234 5678 9012']
  const inputs = {
    showCode: {},
    bindPerson: { personId, code, document },
    issueLetter: { personId, code },
    redeemLetter: { code },
    endBinding: { personId },
    mine: {},
  }
  expect(Object.keys(inputs)).toEqual(bindings.operations.map(({ name }) => name))
  for (const [name, input] of Object.entries(inputs))
    expect(await caller.refusal(null, name, input)).toBe('not-signed-in')
})
