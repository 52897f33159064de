export { blindIndex, type IndexedElement } from './blind-index.ts'
export type { CipherSuite } from './cipher.ts'
export { decryptValue, encryptValue, keyIdOf } from './envelope.ts'
export { addValueKey, type KeyRing, type KeyRingOptions, loadKeyRing, newKeyRing } from './key-ring.ts'
