import { decryptValue, encryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import type { Answers } from '#kernel/forms/door.ts'

export type { Answers }

/** What the applicant said: personal words and numbers, kept as one ciphertext. */
export interface Filed {
  answers: Answers
  /** How the applicant is called, as filed; masked wherever it is listed. */
  applicantName: string
  agentName?: string
  /** Full ID number of somebody whom the window has yet to identify. */
  unboundIdNumber?: string
  authorisation?: string
}

const element = 'applicationFiling'

export function sealFiled(keys: KeyRing, filed: Filed): Buffer {
  return encryptValue(keys, element, JSON.stringify(filed))
}

export function openFiled(keys: KeyRing, cipher: Uint8Array): Filed {
  return JSON.parse(decryptValue(keys, element, cipher)) as Filed
}
