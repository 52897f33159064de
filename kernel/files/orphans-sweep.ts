import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { defineJob, runAsSystem } from '#kernel/jobs/door.ts'
import type { Tx } from '#platform/contract.ts'
import { type FileStore, pathOf, TEMPORARY } from './file-store.ts'

const NAME = 'files.sweep-orphans'
const BATCH = 200
/** Long enough to fill in a form after the file was sent. */
const REST_MS = 24 * 60 * 60 * 1_000

/** Removes uploads that were never attached, contents on which nothing hangs, and bytes that a crash left without a row. */
export const orphansJob = (store: FileStore) =>
  defineJob({
    name: NAME,
    cron: '20 3 * * *',
    input: z.object({}),
    async run(_input, { db, signal, log }) {
      const before = Date.now() - REST_MS
      const removed = await removeOrphans((run) => runAsSystem(db, NAME, run), store, before, signal)
      if (removed) log.info('orphaned files removed', { removed })
    },
  })

type AsSweep = <T>(run: (tx: Tx) => Promise<T>) => Promise<T>

export async function removeOrphans(
  asSweep: AsSweep,
  store: FileStore,
  before: number,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0
  while (!signal.aborted) {
    const dropped = await asSweep(async (tx) => {
      const { rows } = await sql<{
        hash: string
      }>`select hash from files.drop_orphans(${new Date(before).toISOString()}::timestamptz, ${BATCH}) as hash`.execute(
        tx,
      )
      // Within the transaction, under each content's lock; a crash here leaves rows without links, which the next sweep finds.
      for (const { hash } of rows) await rm(pathOf(store, hash), { force: true })
      return rows.length
    })
    removed += dropped
    if (dropped < BATCH) break
  }
  return removed + (await removeLeftovers(asSweep, store, before, signal))
}

async function removeLeftovers(
  asSweep: AsSweep,
  store: FileStore,
  before: number,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0
  for (const first of await names(store.folder)) {
    if (signal.aborted) break
    if (first === TEMPORARY) {
      for (const old of await olderThan(path.join(store.folder, first), before))
        await rm(path.join(store.folder, first, old), { force: true })
      continue
    }
    for (const second of await names(path.join(store.folder, first))) {
      const old = await olderThan(path.join(store.folder, first, second), before)
      if (old.length === 0) continue
      removed += await asSweep(async (tx) => {
        const { rows } = await sql<{ hash: string }>`select hash from files.unknown(${old}::text[]) as hash`.execute(tx)
        for (const { hash } of rows) await rm(pathOf(store, hash), { force: true })
        return rows.length
      })
    }
  }
  return removed
}

const names = (folder: string) => readdir(folder).catch(() => [] as string[])

async function olderThan(folder: string, before: number): Promise<string[]> {
  const old: string[] = []
  for (const name of await names(folder)) {
    const found = await stat(path.join(folder, name)).catch(() => null)
    if (found?.isFile() && found.mtimeMs < before) old.push(name)
  }
  return old
}
