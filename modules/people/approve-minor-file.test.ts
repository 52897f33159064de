import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { did } from '#testing/applications.ts'
import { createWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.dispose())

const reason = { reason: '上门核对监护情况' }
const child = () => world.people.child.id
const asks = async (who: 'northWorker' | 'clerk' | 'otherClerk' | 'gridWorker') =>
  (await did(world, who, 'people.requestMinorFile', { personId: child(), reason: '困境儿童走访' })).fileId as string

test('opens the file to whoever asked, and to nobody else, for seven days', async () => {
  const open = (who: 'northWorker' | 'clerk') => world.send(who, 'people.open', { personId: child(), purpose: reason })
  expect((await open('northWorker')).body.reason).toBe('people.minor-needs-approval')
  const fileId = await asks('northWorker')
  const granted = await world.send('supervisor', 'people.approveMinorFile', { fileId, decision: 'approved' })
  expect(granted.body, JSON.stringify(granted.body)).toMatchObject({ state: 'granted' })
  expect((await open('northWorker')).status).toBe(200)
  expect((await open('clerk')).status).toBe(403)
  const again = await world.send('supervisor', 'people.approveMinorFile', { fileId, decision: 'approved' })
  expect(again.body.reason).toBe('approvals.closed')
  world.clock.set('2026-06-09T01:00:00Z')
  expect((await open('northWorker')).status).toBe(403)
  const { files } = (await world.send('supervisor', 'people.minorFiles')).body
  expect(files).toMatchObject([{ fileId, state: 'ended' }])
})

test('a refusal needs its reason, opens nothing, and the request no longer waits', async () => {
  const fileId = await asks('gridWorker')
  const refuse = { fileId, decision: 'refused' }
  expect((await world.send('supervisor', 'people.approveMinorFile', refuse)).status).toBe(400)
  await did(world, 'supervisor', 'people.approveMinorFile', { ...refuse, reason: '理由不充分' })
  const { files } = (await world.send('gridWorker', 'people.minorFiles')).body
  expect(files).toMatchObject([{ fileId, state: 'refused' }])
  expect((await world.send('gridWorker', 'people.open', { personId: child(), purpose: reason })).status).toBe(403)
  await asks('gridWorker')
})

test('is refused by the policy to whoever asked and to other posts, and is not there for another street', async () => {
  const input = { fileId: await asks('clerk'), decision: 'approved' }
  expect((await world.send('clerk', 'people.approveMinorFile', input)).status).toBe(403)
  expect((await world.send('leader', 'people.approveMinorFile', input)).status).toBe(404)
  expect((await world.send('foreignSupervisor', 'people.approveMinorFile', input)).status).toBe(404)
})

test('with the policy off the database lets nobody agree to his own request, nor another street', async () => {
  const input = { fileId: await asks('otherClerk'), decision: 'approved' }
  expect((await world.sendPolicyOff('otherClerk', 'people.approveMinorFile', input)).status).toBe(403)
  expect((await world.sendPolicyOff('foreignSupervisor', 'people.approveMinorFile', input)).status).toBe(404)
})

test('the database opens no file whose approval has not said yes, and none with an approval made up by whoever asks', async () => {
  const waiting = await world.look<{ id: string; personId: string }>(
    `select f.id, f.person_id as "personId" from people.minor_file f join approvals.approval a on a.id = f.approval_id where a.state = 'open' limit 1`,
  )
  const db = createKysely<unknown>(createPool({ url: world.database.urls.web, applicationName: 'test' }))
  const as = (who: 'supervisor' | 'northWorker', statement: ReturnType<typeof sql>) =>
    db.transaction().execute(async (tx) => {
      await sql`select set_config('linli.session', ${world.accounts[who].sessionId}, true)`.execute(tx)
      return statement.execute(tx)
    })
  const grant = sql`update people.minor_file set granted_by = access.account_id(), open_until = now() where id = ${waiting[0]!.id}`
  await expect(as('supervisor', grant)).rejects.toThrow('row-level security')
  const redirect = sql`update people.minor_file set person_id = ${world.people.elder.id} where id = ${waiting[0]!.id}`
  await expect(as('supervisor', redirect)).rejects.toThrow('permission denied')
  const forged = sql`with made as (select approvals.open('minorFile', uuidv7(), 'twoPerson', null,
      jsonb_build_array(jsonb_build_object('holderKey', 'account:' || ${world.accounts.clerk.accountId}::text, 'operation', 'people.open')), now()) as id)
    insert into people.minor_file (person_id, asked_by, reason, asked_at, approval_id)
    select ${child()}::uuid, access.account_id(), '自己找人批', now(), id from made`
  await expect(as('northWorker', forged)).rejects.toThrow('row-level security')
  await db.destroy()
})
