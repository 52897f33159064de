import type { Language, Tx } from '#platform/contract.ts'
import type { Channel } from './render.ts'

export interface OutgoingMessage {
  /** The outbox row's id: the idempotency key with which the provider has to tell a repetition from a new message. */
  id: string
  channel: Exclude<Channel, 'inApp'>
  address: string
  title: string
  body: string
}

/**
 * The port to whoever carries messages. `send` answers `accepted: false` only if the message surely was not taken;
 * if it cannot know, it throws. `find` says afterwards whether a message of this id was taken, null: it was not.
 */
export interface NotificationProvider {
  name: string
  send(
    message: OutgoingMessage,
    signal?: AbortSignal,
  ): Promise<{ accepted: true; providerId: string } | { accepted: false; reason: string }>
  find(id: string): Promise<{ providerId: string } | null>
}

/** Where somebody can be reached; null: nowhere, and the notice stays in the app alone. */
export interface AddressBook {
  addressOf(tx: Tx, holderKey: string, channel: Channel): Promise<{ address: string; language: Language } | null>
}
