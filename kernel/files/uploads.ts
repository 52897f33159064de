import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import { type FileStore, isStored, type StoredFile } from './file-store.ts'

/** Notes that the caller has sent this content; the id is what an action later attaches. */
export async function takeUpload(
  tx: Tx,
  store: FileStore,
  { hash, size, mime }: StoredFile,
  name: string,
  at: string,
): Promise<string> {
  await sql`select files.hold(${hash})`.execute(tx)
  // The sweep may have removed the bytes of an old copy between their arrival and the lock.
  if (!(await isStored(store, hash))) throw problem('unavailable')
  const { rows } = await sql<{
    id: string
  }>`select files.take(${hash}, ${size}, ${mime}, ${safeName(name)}, ${at}::timestamptz) as id`.execute(tx)
  return rows[0]!.id
}

export interface Attachment {
  uploadId: string
  /** Whoever sees the case sees the file. */
  caseId?: string
  /** Without a case: who sees it, such as `person:<uuid>`. */
  holderKey?: string
  subjectKind: string
  subjectId: string
  /** What the file is for, such as the key of the material. */
  kind: string
  at: string
}

/** Hangs the caller's own upload onto a case or subject, in the transaction of the action. Returns the link's id. */
export async function attachUpload(
  tx: Tx,
  { uploadId, caseId, holderKey, subjectKind, subjectId, kind, at }: Attachment,
): Promise<string> {
  try {
    const { rows } = await sql<{ id: string }>`
      select files.attach(${uploadId}::uuid, ${caseId ?? null}::uuid, ${subjectKind}, ${subjectId}::uuid, ${holderKey ?? null}, ${kind}, ${at}::timestamptz) as id
    `.execute(tx)
    return rows[0]!.id
  } catch (error) {
    if ((error as { code?: string }).code === 'P0002') throw problem('not-found', { reason: 'files.upload-gone' })
    throw error
  }
}

/** A name to show and to save under: no path, no control or direction characters, not longer than a line. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
  return clean.length <= 120
    ? clean || '未命名'
    : `${[...clean].slice(0, 100).join('')}${/\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ''}`
}
