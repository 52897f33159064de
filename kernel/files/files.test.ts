import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAsSystem } from '#kernel/jobs/door.ts'
import { testClock } from '#platform/clock.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { Problem } from '#platform/errors/problem.ts'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { asSession, fakeSessions } from '#testing/fake-sessions.ts'
import { attachUpload, type FileStore, fileRoutes, headersOf, safeName, storeFile } from './door.ts'
import { pathOf } from './file-store.ts'
import { removeOrphans } from './orphans-sweep.ts'
import { sniff } from './sniff.ts'

const AT = '2026-12-01T01:00:00Z'
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
let database: TestDatabase
let web: Kysely<unknown>
let worker: Kysely<unknown>
let store: FileStore
let routes: ReturnType<typeof fileRoutes>
const opened: string[] = []
const account = crypto.randomUUID()
let mine: string
let theirs: string

beforeAll(async () => {
  database = await createTestDatabase()
  web = createKysely(createPool({ url: database.urls.web, applicationName: 'test', max: 4 }))
  worker = createKysely(createPool({ url: database.urls.worker, applicationName: 'test', max: 2 }))
  const sessions = await fakeSessions(database)
  mine = await sessions.signIn(account)
  theirs = await sessions.signIn(crypto.randomUUID())
  store = { folder: await mkdtemp(path.join(tmpdir(), 'linli-files-')), maxBytes: 1_048_576 }
  routes = fileRoutes({
    db: web,
    clock: testClock(AT),
    store,
    publicOrigin: 'https://linli.example',
    async enter(tx, request) {
      await sql`select set_config('linli.session', ${request.headers.get('x-session') ?? ''}, true)`.execute(tx)
      const { rows } = await sql<{ id: string | null }>`select access.account_id() as id`.execute(tx)
      return { accountId: rows[0]!.id }
    },
    async auditOpening(_tx, link) {
      opened.push(link.id)
    },
    refuse: (error, c) =>
      error instanceof Problem
        ? c.json({ code: error.code, reason: error.reason, fields: error.fields }, error.status as 400)
        : c.json({ message: String(error) }, 500),
  })
})
afterAll(async () => {
  await rm(store.folder, { recursive: true, force: true })
  await web.destroy()
  await worker.destroy()
  await database.dispose()
})

const put = (body: Buffer, session: string | null, name = '身份证.png') =>
  routes.request(`/files?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    body: new Uint8Array(body),
    headers: session ? { 'x-session': session } : {},
  })
const upload = async (body: Buffer) => ((await (await put(body, mine)).json()) as { uploadId: string }).uploadId
const attach = (uploadId: string, session = mine) =>
  asSession(web, session, (tx) =>
    attachUpload(tx, {
      uploadId,
      holderKey: `account:${account}`,
      subjectKind: 'tests',
      subjectId: account,
      kind: 'photo',
      at: AT,
    }),
  )
const get = (id: string, session: string) => routes.request(`/files/${id}`, { headers: { 'x-session': session } })

test('a file that was sent and attached is shown sandboxed to its holder, and its opening is written down', async () => {
  const link = await attach(await upload(PNG))
  const answer = await get(link, mine)
  expect(answer.status).toBe(200)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG)
  expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox;/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-disposition')).toBe(
    `inline; filename="file"; filename*=UTF-8''${encodeURIComponent('身份证.png')}`,
  )
  expect(opened).toEqual([link])
})

test('nobody else finds it, opens it or attaches another’s upload', async () => {
  const uploadId = await upload(PNG)
  await expect(attach(uploadId, theirs)).rejects.toMatchObject({ code: 'not-found', reason: 'files.upload-gone' })
  expect((await get(await attach(uploadId), theirs)).status).toBe(404)
  const { rows } = await asSession(web, theirs, (tx) => sql`select * from files.blob`.execute(tx))
  expect(rows).toEqual([])
  await expect(
    asSession(web, mine, (tx) =>
      attachUpload(tx, {
        uploadId,
        caseId: crypto.randomUUID(),
        subjectKind: 'tests',
        subjectId: account,
        kind: 'photo',
        at: AT,
      }),
    ),
  ).rejects.toMatchObject({ code: '42501' })
})

test('without a session nothing is written, and a foreign page cannot send', async () => {
  expect((await put(PNG, null)).status).toBe(401)
  const foreign = await routes.request('/files', {
    method: 'PUT',
    body: new Uint8Array(PNG),
    headers: { 'x-session': mine, origin: 'https://evil.example' },
  })
  expect(foreign.status).toBe(403)
  expect((await routes.request('/files/01976f3e-1c2d-7000-8000-000000000001')).status).toBe(401)
})

test.each([
  ['a page that calls itself a picture', Buffer.from('<script>alert(1)</script>'), 'files.type-not-accepted'],
  ['an archive', Buffer.from('504b0304aaaaaaaaaaaa', 'hex'), 'files.type-not-accepted'],
  ['three bytes', Buffer.from('abc'), 'files.type-not-accepted'],
  ['nothing', Buffer.alloc(0), 'files.empty'],
])('%s is refused with a reason', async (_what, body, reason) => {
  const answer = await put(body, mine)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ fields: [{ path: 'file', reason }] })
  expect(await readdir(path.join(store.folder, 'incoming'))).toEqual([])
})

test('too much is refused while it arrives, in bounded memory, and leaves nothing behind', async () => {
  let sent = 0
  async function* endless() {
    yield PNG
    for (;;) {
      sent += 65_536
      yield Buffer.alloc(65_536)
    }
  }
  await expect(storeFile(store, endless())).rejects.toMatchObject({ code: 'too-large', params: { megabytes: 1 } })
  expect(sent).toBeLessThanOrEqual(store.maxBytes + 65_536)
  expect(await readdir(path.join(store.folder, 'incoming'))).toEqual([])
})

test('a content is stored once, wherever its chunks are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 10 }), async (cuts) => {
      const content = Buffer.concat([PNG, Buffer.from('one content')])
      async function* pieces() {
        let at = 0
        for (const cut of [...cuts, content.length]) {
          if (at < content.length) yield content.subarray(at, at + cut)
          at += cut
        }
      }
      expect(await storeFile(store, pieces())).toEqual({
        hash: createHash('sha256').update(content).digest('hex'),
        size: content.length,
        mime: 'image/png',
      })
    }),
    { numRuns: 30 },
  )
})

test('the sweep removes what hangs on nothing and keeps the rest', async () => {
  const kept = Buffer.concat([PNG, Buffer.from('kept')])
  const left = Buffer.concat([PNG, Buffer.from('left')])
  await attach(await upload(kept))
  await upload(left)
  const hashOf = async (body: Buffer) =>
    (
      await storeFile(
        store,
        (async function* () {
          yield body
        })(),
      )
    ).hash
  const [keptHash, leftHash, strayHash] = [
    await hashOf(kept),
    await hashOf(left),
    await hashOf(Buffer.concat([PNG, Buffer.from('stray')])),
  ]
  await mkdir(path.join(store.folder, 'incoming'), { recursive: true })
  await writeFile(path.join(store.folder, 'incoming/torn'), 'x')
  for (const file of [pathOf(store, strayHash), path.join(store.folder, 'incoming/torn')]) await utimes(file, 1, 1)
  const sweep = (before: string) =>
    removeOrphans(
      (run) => runAsSystem(worker, 'files.sweep-orphans', run),
      store,
      Date.parse(before),
      new AbortController().signal,
    )
  await sweep('2026-11-30T00:00:00Z')
  expect(await stat(pathOf(store, leftHash)).then(() => true)).toBe(true)
  await sweep('2026-12-02T00:00:00Z')
  const there = (hash: string) =>
    stat(pathOf(store, hash)).then(
      () => true,
      () => false,
    )
  expect([await there(keptHash), await there(leftHash), await there(strayHash)]).toEqual([true, false, false])
  expect(await readdir(path.join(store.folder, 'incoming'))).toEqual([])
})

test('a name keeps its letters and loses its tricks', () => {
  expect(safeName('C:\\fakepath\\户口本.pdf')).toBe('户口本.pdf')
  expect(safeName('../../etc/passwd')).toBe('passwd')
  expect(safeName('gpj.\u202eexe\u0000')).toBe('gpj.exe')
  expect(safeName('')).toBe('未命名')
  expect(safeName(`${'长'.repeat(300)}.pdf`)).toHaveLength(104)
})

test('a type that is not one of the checked is only saved, never shown', () => {
  expect(headersOf({ mime: 'text/html', name: 'a.html', size: 1 })).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment/),
  })
  expect(sniff(Buffer.from('%PDF-1.7'))).toBe('application/pdf')
  expect(sniff(Buffer.from('ffd8ffe0', 'hex'))).toBe('image/jpeg')
})
