import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { problem } from '#platform/errors/problem.ts'
import { type AcceptedType, SNIFF_BYTES, sniff } from './sniff.ts'

export interface FileStore {
  folder: string
  maxBytes: number
}

export interface StoredFile {
  hash: string
  size: number
  mime: AcceptedType
}

export const TEMPORARY = 'incoming'

export function pathOf(store: FileStore, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('a file is named by its hash')
  return path.join(store.folder, hash.slice(0, 2), hash.slice(2, 4), hash)
}

/** Writes a stream beside its place, one chunk in memory at a time, and moves it there when it is whole, allowed and on disk. */
export async function storeFile(store: FileStore, content: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const incoming = path.join(store.folder, TEMPORARY)
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const temporary = path.join(incoming, randomUUID())
  const handle = await open(temporary, 'wx', 0o600)
  try {
    const stored = await receive(handle, content, store.maxBytes)
    await handle.sync()
    await handle.close()
    const place = pathOf(store, stored.hash)
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
    await rename(temporary, place)
    await syncFolder(path.dirname(place))
    return stored
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(temporary, { force: true })
    throw error
  }
}

async function receive(handle: FileHandle, content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredFile> {
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let mime: AcceptedType | null = null
  let size = 0
  for await (const chunk of content) {
    size += chunk.length
    if (size > maxBytes)
      throw problem('too-large', { reason: 'files.too-large', params: { megabytes: Math.floor(maxBytes / 1_048_576) } })
    if (!mime && head.length < SNIFF_BYTES) {
      head = Buffer.concat([head, chunk.subarray(0, SNIFF_BYTES - head.length)])
      mime = sniff(head)
      // Refused at its first bytes, not after ten megabytes.
      if (!mime && head.length >= SNIFF_BYTES) throw notAccepted()
    }
    hash.update(chunk)
    await handle.writeFile(chunk)
  }
  if (size === 0) throw problem('invalid-input', { fields: [{ path: 'file', reason: 'files.empty' }] })
  if (!mime) throw notAccepted()
  return { hash: hash.digest('hex'), size, mime }
}

function notAccepted() {
  return problem('invalid-input', { fields: [{ path: 'file', reason: 'files.type-not-accepted' }] })
}

/** The rename itself must survive a power cut. Windows cannot open folders and does not need to. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

export async function isStored(store: FileStore, hash: string): Promise<boolean> {
  return stat(pathOf(store, hash)).then(
    (found) => found.isFile(),
    () => false,
  )
}

export function readStored(store: FileStore, hash: string) {
  return createReadStream(pathOf(store, hash))
}
