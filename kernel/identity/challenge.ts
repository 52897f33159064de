import { randomBytes } from 'node:crypto'
import type { Core } from './core.ts'

/** Between password and second factor: ten minutes, one success. */
export const CHALLENGE_COOKIE = 'linli.challenge'
export const CHALLENGE_SECONDS = 600

export async function openChallenge(core: Core, accountId: string): Promise<string> {
  const challenge = randomBytes(24).toString('base64url')
  await core.auth.internalAdapter.createVerificationValue({
    identifier: nameOf(core, challenge),
    value: accountId,
    expiresAt: new Date(Date.now() + CHALLENGE_SECONDS * 1000),
  })
  return challenge
}

export async function challengedAccount(core: Core, challenge: string): Promise<string | null> {
  const found = await core.auth.internalAdapter.findVerificationValue(nameOf(core, challenge))
  return found && found.expiresAt > new Date() ? found.value : null
}

/** True for the first caller alone, however many come at once. */
export async function consumeChallenge(core: Core, challenge: string, accountId: string): Promise<boolean> {
  const found = await core.auth.internalAdapter.consumeVerificationValue(nameOf(core, challenge))
  return found?.value === accountId
}

function nameOf(core: Core, challenge: string): string {
  return `second-factor:${core.hash('code', challenge).toString('hex')}`
}
