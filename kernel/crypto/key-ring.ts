import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CipherSuite } from './cipher.ts'

export interface KeyRing {
  suite: CipherSuite
  /** key id → 32 bytes; the highest id encrypts, all decrypt */
  valueKeys: ReadonlyMap<number, Buffer>
  newestKeyId: number
  indexKey: Buffer
}

export interface KeyRingOptions {
  folder: string
  suite?: CipherSuite
  /** false where data exists already: new keys would silently make it unreadable */
  mayCreate?: boolean
}

interface KeyFile {
  keys: { id: number; key: string }[]
}

const VALUE_FILE = 'values.json'
const INDEX_FILE = 'blind-index.json'
const MAX_KEY_ID = 0xffff

export function loadKeyRing({ folder, suite = 'aes', mayCreate = true }: KeyRingOptions): KeyRing {
  const valueKeys = readKeys(join(folder, VALUE_FILE), mayCreate)
  const indexKey = readKeys(join(folder, INDEX_FILE), mayCreate).get(1)
  if (!indexKey) throw new Error(`${join(folder, INDEX_FILE)} holds no key 1`)
  return ringOf(suite, valueKeys, indexKey)
}

/** A ring in memory, for tests and tools. */
export function newKeyRing(suite: CipherSuite = 'aes'): KeyRing {
  return ringOf(suite, new Map([[1, randomBytes(32)]]), randomBytes(32))
}

/** Adds a key that encrypts from now on. The blind index keeps its key: changing it means rebuilding every index. */
export function addValueKey(folder: string): number {
  const path = join(folder, VALUE_FILE)
  const keys = readKeys(path, false)
  const id = Math.max(...keys.keys()) + 1
  if (id > MAX_KEY_ID) throw new Error('the key ring is full')
  keys.set(id, randomBytes(32))
  const draft = `${path}.${process.pid}.new`
  writeFileSync(draft, serialise(keys), { mode: 0o600, flag: 'wx' })
  renameSync(draft, path)
  return id
}

function ringOf(suite: CipherSuite, valueKeys: Map<number, Buffer>, indexKey: Buffer): KeyRing {
  return { suite, valueKeys, indexKey, newestKeyId: Math.max(...valueKeys.keys()) }
}

function readKeys(path: string, mayCreate: boolean): Map<number, Buffer> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    if (!mayCreate) throw new Error(`the key file ${path} is missing; restore it before starting`)
    createKeyFile(path)
    text = readFileSync(path, 'utf8')
  }
  refuseOpenMode(path)
  const { keys } = JSON.parse(text) as KeyFile
  const map = new Map(keys.map(({ id, key }) => [id, Buffer.from(key, 'base64')]))
  for (const [id, key] of map) {
    if (!Number.isInteger(id) || id < 1 || id > MAX_KEY_ID || key.length !== 32) {
      throw new Error(`the key file ${path} holds a damaged key`)
    }
  }
  return map
}

// Written aside and linked into place: two processes starting at once agree on one key, and none reads half a file.
function createKeyFile(path: string): void {
  const folder = join(path, '..')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}.new`
  writeFileSync(draft, serialise(new Map([[1, randomBytes(32)]])), { mode: 0o600, flag: 'wx' })
  chmodSync(draft, 0o600)
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

function refuseOpenMode(path: string): void {
  if (process.platform === 'win32') return
  if (statSync(path).mode & 0o077) throw new Error(`the key file ${path} is open to other users; chmod 600 it`)
}

function serialise(keys: Map<number, Buffer>): string {
  const file: KeyFile = { keys: [...keys].map(([id, key]) => ({ id, key: key.toString('base64') })) }
  return `${JSON.stringify(file, null, 2)}\n`
}
