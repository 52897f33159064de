import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import type { SigningKey } from './signing-key.ts'

/** The heads of all chains at one moment, signed; each names the one before. */
export interface Checkpoint {
  at: string
  heads: { chain: number; seq: number; hash: string }[]
  /** SHA-256 of the previous line, hex; null for the first. */
  previous: string | null
  keyId: string
  signature: string
}

const LOG = 'audit-checkpoints.jsonl'

export function digestOf(checkpoint: Checkpoint): string {
  return createHash('sha256').update(JSON.stringify(checkpoint)).digest('hex')
}

/** What the signature covers. */
export function signedText({ at, heads, previous, keyId }: Omit<Checkpoint, 'signature'>): string {
  return JSON.stringify({ at, heads, previous, keyId })
}

/** Checkpoints kept beside the keys, oldest first. A line torn by a crash was never acknowledged and is left out. */
export async function readCheckpoints(keysFolder: string): Promise<Checkpoint[]> {
  const text = await readFile(path.join(keysFolder, LOG), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Checkpoint)
}

/** Signs where the chains stand now: into the database, and into a file outside the data that a rewritten database contradicts. */
export async function makeCheckpoint(tx: Tx, keysFolder: string, key: SigningKey, at: string): Promise<Checkpoint> {
  const { rows } = await sql<Checkpoint['heads'][number]>`
    select chain::int, seq, encode(hash, 'hex') as hash from audit.head where seq > 0 order by chain`.execute(tx)
  const last = (await readCheckpoints(keysFolder)).at(-1)
  const body = { at, heads: rows, previous: last ? digestOf(last) : null, keyId: key.id }
  const checkpoint: Checkpoint = { ...body, signature: key.sign(signedText(body)).toString('base64') }
  await sql`insert into audit.checkpoint (at, heads, prev_digest, signature, key_id)
    values (${at}, ${JSON.stringify(checkpoint.heads)}::jsonb, ${checkpoint.previous ? Buffer.from(checkpoint.previous, 'hex') : null},
      ${Buffer.from(checkpoint.signature, 'base64')}, ${key.id})`.execute(tx)
  await appendLine(path.join(keysFolder, LOG), JSON.stringify(checkpoint))
  return checkpoint
}

async function appendLine(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.write(`${line}\n`)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}
