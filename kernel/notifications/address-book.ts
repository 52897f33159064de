import { sql } from 'kysely'
import { decryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import type { Language } from '#platform/contract.ts'
import type { AddressBook } from './provider.ts'

/** Phones as accounts and the registry hold them, decrypted in memory for the one message that is being sent. */
export function createAddressBook(keys: KeyRing): AddressBook {
  return {
    async addressOf(tx, holderKey, channel) {
      if (channel !== 'message') return null
      const { rows } = await sql<{ phone_cipher: Buffer; language: Language }>`
        select phone_cipher, language from notifications.reach(${holderKey})
      `.execute(tx)
      const found = rows[0]
      return found ? { address: decryptValue(keys, 'phone', found.phone_cipher), language: found.language } : null
    },
  }
}
