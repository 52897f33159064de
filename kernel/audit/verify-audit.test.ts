import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { runAsSystem } from '#kernel/jobs/door.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { append, loadSigningKey, makeCheckpoint, verifyAudit } from './door.ts'

let database: TestDatabase
let folder: string
let owner: Kysely<unknown>
let worker: Kysely<unknown>
let superuser: pg.Client

beforeEach(async () => {
  await release()
  database = await createTestDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'linli-audit-'))
  owner = createKysely(createPool({ url: database.urls.owner, applicationName: 'test' }))
  worker = createKysely(createPool({ url: database.urls.worker, applicationName: 'test' }))
  superuser = new pg.Client({ connectionString: database.urls.superuser })
  await superuser.connect()
})
afterAll(release)

async function release(): Promise<void> {
  if (!database) return
  await superuser.end()
  await owner.destroy()
  await worker.destroy()
  await database.dispose()
  await rm(folder, { recursive: true, force: true })
}

const write = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      runAsSystem(worker, 'test', (tx) =>
        append(tx, {
          verb: 'test.did',
          outcome: 'done',
          channel: 'system',
          at: '2026-06-01T00:00:00Z',
          detail: { n },
          reason: `理由 ${n}`,
        }),
      ),
    ),
  )
const checkpoint = (at: string) =>
  runAsSystem(worker, 'audit.checkpoint', (tx) => makeCheckpoint(tx, folder, loadSigningKey(folder), at))
const verify = () => verifyAudit(owner, folder, loadSigningKey(folder))
const kinds = async () => [...new Set((await verify()).findings.map((finding) => finding.kind))]

describe('verification of the audit', () => {
  test('an untouched audit passes, also while writers share its chains', async () => {
    await write(40)
    await checkpoint('2026-06-01T00:05:00Z')
    await write(40)
    expect(await verify()).toMatchObject({ entries: 80, checkpoints: 1, findings: [] })
  })

  test('the runtime can neither change nor delete nor insert an entry by itself', async () => {
    await write(1)
    for (const statement of [
      'update audit.entry set verb = $1',
      'delete from audit.entry where verb <> $1',
      'truncate audit.entry',
    ]) {
      const client = new pg.Client({ connectionString: database.urls.web })
      await client.connect()
      await expect(client.query(statement, statement.includes('$1') ? ['x'] : [])).rejects.toMatchObject({
        code: '42501',
      })
      await client.end()
    }
  })

  test('a changed row is found', async () => {
    await write(10)
    await superuser.query(
      `update audit.entry set verb = 'test.other' where (chain, seq) in (select chain, seq from audit.entry limit 1)`,
    )
    expect(await kinds()).toEqual(['changed'])
  })

  test('a row taken out of the middle is found', async () => {
    await write(200)
    await superuser.query(`delete from audit.entry_text where entry_id in (select id from audit.entry where seq = 1)`)
    await superuser.query(`delete from audit.entry where seq = 1`)
    expect(await kinds()).toContain('missing')
  })

  test('a cut tail is found, also when the heads were moved back with it', async () => {
    await write(64)
    await checkpoint('2026-06-01T00:05:00Z')
    await superuser.query(`delete from audit.entry_text`)
    await superuser.query(
      `delete from audit.entry where (chain, seq) in (select chain, max(seq) from audit.entry group by chain)`,
    )
    await superuser.query(
      `update audit.head h set (seq, hash) = (select coalesce(max(e.seq), 0), coalesce((array_agg(e.hash order by e.seq desc))[1], decode(repeat('00', 32), 'hex')) from audit.entry e where e.chain = h.chain)`,
    )
    expect(await kinds()).toEqual(['cutTail'])
  })

  test('a tail that was wholly rewritten with right hashes is found', async () => {
    await write(64)
    await checkpoint('2026-06-01T00:05:00Z')
    await superuser.query(`
      update audit.entry e set verb = 'test.innocent' where seq = (select max(seq) from audit.entry x where x.chain = e.chain);
      update audit.entry e set hash = audit.entry_hash(e) where seq = (select max(seq) from audit.entry x where x.chain = e.chain);
      update audit.head h set hash = (select e.hash from audit.entry e where e.chain = h.chain order by e.seq desc limit 1) where h.seq > 0`)
    expect(await kinds()).toEqual(['rewritten'])
  })

  test('an erased text leaves the chain whole, a changed one is found', async () => {
    await write(2)
    const { rows } = await superuser.query<{ entry_id: string }>('select entry_id from audit.entry_text')
    await superuser.query('delete from audit.entry_text where entry_id = $1', [rows[0]!.entry_id])
    expect(await kinds()).toEqual([])
    await superuser.query(`update audit.entry_text set text = 'anders'`)
    expect(await kinds()).toEqual(['textChanged'])
  })

  test('a database put back to an earlier point is named as such', async () => {
    await write(30)
    await checkpoint('2026-06-01T00:05:00Z')
    await superuser.query(
      'create table before_restore as select * from audit.entry; create table heads_before as select * from audit.head',
    )
    await write(30)
    await checkpoint('2026-06-01T00:10:00Z')
    await superuser.query(`delete from audit.entry_text; delete from audit.entry; insert into audit.entry select * from before_restore;
      update audit.head h set seq = b.seq, hash = b.hash from heads_before b where b.chain = h.chain;
      delete from audit.checkpoint where at > '2026-06-01T00:06:00Z'`)
    expect((await verify()).findings).toEqual([
      { kind: 'restoredToEarlierPoint', signedAt: '2026-06-01T00:05:00Z', lostSince: '2026-06-01T00:10:00Z' },
    ])
  })

  test('a checkpoint signed by another key is refused', async () => {
    await write(3)
    await checkpoint('2026-06-01T00:05:00Z')
    await rm(path.join(folder, 'audit-signing.pem'))
    expect(await kinds()).toEqual(['badCheckpoint'])
  })
})
