import { createHash, randomBytes } from 'node:crypto'

/** 128 random bits in the QR code. Only its hash is stored, so a reader of the table cannot open a verification page. */
export function newVerificationToken(): { token: string; hash: Buffer } {
  const token = randomBytes(16).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** Null for what cannot be a token, so that nonsense never reaches the database. */
export function verificationHash(token: string): Buffer | null {
  return /^[A-Za-z0-9_-]{22}$/.test(token) ? hashToken(token) : null
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
