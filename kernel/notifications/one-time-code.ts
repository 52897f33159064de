import type { Kysely } from 'kysely'
import type { Language } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import type { NotificationProvider } from './provider.ts'
import { renderTemplate } from './render.ts'

export interface CodeSender {
  provider: NotificationProvider
  db: Kysely<unknown>
  office: string
  minutes: number
}

/** Sent at once and kept nowhere: a code must not lie in an outbox, and nobody waits for one that comes late. */
export async function sendOneTimeCode(
  { provider, db, office, minutes }: CodeSender,
  phone: string,
  code: string,
  language: Language = 'zh-CN',
): Promise<void> {
  const { title, body } = await renderTemplate(db, 'identity.oneTimeCode', 'message', language, {
    office,
    code,
    minutes,
  })
  const answer = await provider.send(
    { id: newId(), channel: 'message', address: phone, title, body },
    AbortSignal.timeout(8_000),
  )
  if (!answer.accepted) throw new Error(`the code was not taken: ${answer.reason}`)
}
