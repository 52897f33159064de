import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const PERIOD_SECONDS = 30
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 160 random bits, as authenticator apps expect them. */
export function newTotpSecret(): string {
  return toBase32(randomBytes(20))
}

export function totpStep(epochSeconds: number): number {
  return Math.floor(epochSeconds / PERIOD_SECONDS)
}

/** RFC 6238 with SHA-1, six digits and 30 seconds: the one setting that every authenticator app knows. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = digest[digest.length - 1]! & 0xf
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step a code belongs to, one step early or late being forgiven; null if none. The caller refuses a step used before. */
export function matchTotp(secret: string, code: string, nowStep: number): number | null {
  const typed = Buffer.from(code.padStart(6).slice(0, 6))
  let matched: number | null = null
  for (const step of [nowStep - 1, nowStep, nowStep + 1]) {
    if (/^\d{6}$/.test(code) && timingSafeEqual(Buffer.from(totpCode(secret, step)), typed)) matched = step
  }
  return matched
}

/** What the QR code on the enrolment page holds. */
export function otpauthUri(secret: string, staffNumber: string): string {
  const label = encodeURIComponent(`邻里:${staffNumber}`)
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent('邻里')}&digits=6&period=${PERIOD_SECONDS}`
}

function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/[\s=]/g, '').toUpperCase()]
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
