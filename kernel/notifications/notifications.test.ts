import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSubscriptions, runAsSystem, startWorker } from '#kernel/jobs/door.ts'
import { testClock } from '#platform/clock.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createLogger } from '#platform/log.ts'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { asSession, fakeSessions } from '#testing/fake-sessions.ts'
import {
  type AddressBook,
  countUnread,
  createFileProvider,
  forgetReminder,
  markRead,
  type Notice,
  type NotificationProvider,
  notify,
  readInbox,
  reconcileJob,
  remind,
  sendJob,
  sendOneTimeCode,
  tellDueReminders,
  templateKeys,
} from './door.ts'
import { reconcileOne } from './reconcile-sweep.ts'
import { fill } from './render.ts'

const AT = '2026-12-01T01:00:00.000Z'
let database: TestDatabase
let web: Kysely<unknown>
let worker: Kysely<unknown>
let sessions: Awaited<ReturnType<typeof fakeSessions>>
let folder: string
const account = crypto.randomUUID()
const stranger = crypto.randomUUID()
let mine: string
let theirs: string

beforeAll(async () => {
  database = await createTestDatabase()
  web = createKysely(createPool({ url: database.urls.web, applicationName: 'test', max: 3 }))
  worker = createKysely(createPool({ url: database.urls.worker, applicationName: 'test', max: 6 }))
  sessions = await fakeSessions(database)
  mine = await sessions.signIn(account)
  theirs = await sessions.signIn(stranger)
})
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linli-messages-'))
  return () => rm(folder, { recursive: true, force: true })
})
afterAll(async () => {
  await web.destroy()
  await worker.destroy()
  await database.dispose()
})

const addressBook: AddressBook = { addressOf: async () => ({ address: '13800001234', language: 'zh-CN' }) }
const accepted = {
  to: `account:${account}`,
  template: 'applications.accepted',
  params: { item: '敬老卡申领', number: 'N-1', due: '2026-12-08' },
  at: AT,
} as const
const tell = (notice: Partial<Notice> = {}) => asSession(web, theirs, (tx) => notify(tx, { ...accepted, ...notice }))
const outbox = async (notice: string) =>
  (
    await runAsSystem(worker, 'notifications.send', (tx) =>
      sql<{
        state: string
        attempts: number
        reason: string | null
      }>`select state, attempts, reason from notifications.outbox where notice_id = ${notice}`.execute(tx),
    )
  ).rows[0]

async function withWorker(provider: NotificationProvider, check: () => Promise<void>) {
  const running = await startWorker({
    queueUrl: database.urls.jobs,
    db: worker,
    jobs: [sendJob({ provider, addressBook, office: '周家桥街道', timeoutMs: 500 }), reconcileJob(provider, 1)],
    subscriptions: createSubscriptions([]),
    log: createLogger({ level: 'silent' }),
    pollInterval: 100,
  })
  try {
    await check()
  } finally {
    await running.stop()
  }
}

test('a notice is read by its holder and by nobody else', async () => {
  const id = await tell()
  const inbox = await asSession(web, mine, (tx) => readInbox(tx, { language: 'zh-CN' }))
  expect(inbox[0]).toMatchObject({
    id,
    title: '已受理',
    body: '您申请的“敬老卡申领”已受理，办件号 N-1，承诺于 2026年12月8日 前办结。',
    createdAt: '2026-12-01T01:00:00Z',
  })
  expect(await asSession(web, theirs, (tx) => readInbox(tx, { language: 'zh-CN' }))).toEqual([])
  expect(await asSession(web, theirs, (tx) => markRead(tx, [id], AT))).toBe(0)
  const unread = await asSession(web, mine, countUnread)
  expect(await asSession(web, mine, (tx) => markRead(tx, [id], AT))).toBe(1)
  expect(await asSession(web, mine, countUnread)).toBe(unread - 1)
})

test('a text without its own language is shown in zh-CN', async () => {
  await tell({ template: 'identity.postedCode' })
  const [notice] = await asSession(web, mine, (tx) => readInbox(tx, { language: 'en', limit: 1 }))
  expect(notice?.title).toBe('身份绑定码')
})

test('nobody tells without having signed in, or about a case that he does not see', async () => {
  await expect(asSession(web, null, (tx) => notify(tx, accepted))).rejects.toMatchObject({ code: '42501' })
  await expect(tell({ caseId: crypto.randomUUID() })).rejects.toMatchObject({ code: '42501' })
  await expect(
    asSession(web, mine, (tx) =>
      sql`insert into notifications.notice (holder_key, template) values (${`account:${account}`}, 'x.y')`.execute(tx),
    ),
  ).rejects.toMatchObject({ code: '42501' })
})

test.each([{ who: '13800001234' }, { who: '990101195001010017' }, { who: '证号990101195001010017。' }])(
  'a notice carries no telephone and no identity number: %o',
  async (params) => {
    await expect(tell({ params })).rejects.toMatchObject({ code: '23514' })
  },
)

test('a web process sees no outbox, even if it calls itself the sweep', async () => {
  await expect(
    runAsSystem(web, 'notifications.send', (tx) => sql`select * from notifications.outbox`.execute(tx)),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(runAsSystem(web, 'notifications.remind', (tx) => tellDueReminders(tx, AT))).rejects.toMatchObject({
    code: '42501',
  })
})

test('a message is one line in the file of its day', async () => {
  await withWorker(createFileProvider(folder, testClock(AT)), async () => {
    const id = await tell()
    await expect.poll(() => outbox(id)).toMatchObject({ state: 'sent', attempts: 1 })
    const lines = (await readFile(path.join(folder, '2026-12-01.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.find((line) => line.body.includes('N-1'))).toMatchObject({
      channel: 'message',
      address: '13800001234',
      body: '【周家桥街道】您申请的“敬老卡申领”已受理，办件号 N-1，承诺于 2026年12月8日 前办结。',
    })
  })
})

test.each([true, false])(
  'no answer: the provider is asked by the message’s id, and taken=%s decides',
  { timeout: 90_000 },
  async (taken) => {
    const file = createFileProvider(folder, testClock(AT))
    let calls = 0
    const silent: NotificationProvider = {
      name: 'silent',
      find: file.find,
      async send(message) {
        calls += 1
        if (calls > 1) return file.send(message)
        if (taken) await file.send(message)
        throw new Error('timeout')
      },
    }
    const id = await tell()
    await withWorker(silent, async () => {
      await expect.poll(() => outbox(id)).toMatchObject({ state: 'ambiguous', reason: 'no-answer' })
    })
    const reconcile = () =>
      runAsSystem(worker, 'notifications.reconcile', async (tx) => {
        await sql`update notifications.outbox set next_at = now() - interval '1 day' where notice_id = ${id}`.execute(
          tx,
        )
        return reconcileOne(tx, silent, 1)
      })
    expect(await reconcile()).toBe(true)
    expect(await outbox(id)).toMatchObject({ state: taken ? 'sent' : 'queued' })
  },
)

test('a repetition with the same id is not a second message, whichever process sends it', async () => {
  const message = { id: crypto.randomUUID(), channel: 'message', address: '1', title: 't', body: 'b' } as const
  await createFileProvider(folder, testClock(AT)).send(message)
  const other = createFileProvider(folder, testClock('2026-12-02T01:00:00Z'))
  await other.send(message)
  expect(await other.find(message.id)).toEqual({ providerId: message.id })
  expect(await readdir(folder)).toEqual(['2026-12-01.jsonl'])
})

test('a one-time code is sent at once and lies in no table', async () => {
  const provider = createFileProvider(folder, testClock(AT))
  await sendOneTimeCode({ provider, db: web, office: '周家桥街道', minutes: 5 }, '13800001234', '042917')
  expect(await readFile(path.join(folder, '2026-12-01.jsonl'), 'utf8')).toContain('验证码 042917，5 分钟内有效')
})

test('a reminder is told when due, once; it can be moved and forgotten', async () => {
  const reminder = {
    key: 'birthday:70:x',
    to: `account:${account}`,
    template: 'reminders.birthday',
    params: { age: 70, item: '敬老卡申领' },
    dueAt: '2026-12-01T00:00:00Z',
  } as const
  const set = (more: object) => asSession(web, theirs, (tx) => remind(tx, { ...reminder, ...more }))
  const sweep = (now: string) => runAsSystem(worker, 'notifications.remind', (tx) => tellDueReminders(tx, now))
  await set({})
  await set({ dueAt: '2026-12-03T00:00:00Z' })
  expect(await sweep('2026-12-02T00:00:00Z')).toBe(0)
  const told = await Promise.all([sweep('2026-12-03T00:00:00Z'), sweep('2026-12-03T00:00:00Z')])
  expect(told.sort()).toEqual([0, 1])
  const [notice] = await asSession(web, mine, (tx) => readInbox(tx, { language: 'zh-CN', limit: 100 })).then((all) =>
    all.filter((one) => one.template === 'reminders.birthday'),
  )
  expect(notice?.body).toBe('将满 70 周岁，可办理或换档“敬老卡申领”。不用带以前交过的材料。')
  await set({ key: 'other' })
  expect(await asSession(web, theirs, (tx) => forgetReminder(tx, 'other'))).toBe(true)
  expect(await asSession(web, theirs, (tx) => forgetReminder(tx, 'other'))).toBe(false)
})

test('every template that code may name has a zh-CN text', async () => {
  const { rows } = await sql<{
    key: string
  }>`select distinct key from notifications.template where language = 'zh-CN'`.execute(web)
  expect(rows.map((row) => row.key).sort()).toEqual([...templateKeys].sort())
})

test('a missing value shows as a dash and a day is written in the reader’s way', () => {
  expect(fill('{a} {due}', { due: '2026-12-01' }, 'zh-CN')).toBe('— 2026年12月1日')
  expect(fill('{due}', { due: '2026-12-01' }, 'en')).toBe('2026-12-01')
})
