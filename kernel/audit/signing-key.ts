import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const FILE = 'audit-signing.pem'

export interface SigningKey {
  /** First 16 hex digits of the public key's own bytes: says which key signed, reveals nothing. */
  id: string
  sign(text: string): Buffer
  verifies(text: string, signature: Buffer): boolean
}

/** The Ed25519 key with which checkpoints are signed. It lies with the keys, outside the data: who rewrites the data cannot sign. */
export function loadSigningKey(folder: string): SigningKey {
  const file = path.join(folder, FILE)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}.new`
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  try {
    // Linked into place only if there is none yet; two starters agree on one.
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return keyOf(createPrivateKey(readFileSync(file)))
}

function keyOf(secret: KeyObject): SigningKey {
  const shown = createPublicKey(secret)
  return {
    id: shown.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex').slice(0, 16),
    sign: (text) => sign(null, Buffer.from(text), secret),
    verifies: (text, signature) => verify(null, Buffer.from(text), shown, signature),
  }
}
