import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, getSignedCookie, setCookie, setSignedCookie } from 'hono/cookie'
import { CHALLENGE_COOKIE, CHALLENGE_SECONDS } from './challenge.ts'
import type { Core, Visitor } from './core.ts'
import { type OpenedSession, SESSION_COOKIE } from './sessions.ts'

export const DEVICE_COOKIE = 'linli.device'
const DEVICE_SECONDS = 400 * 86_400

export interface Site {
  publicOrigin: string
  /** The caller's network address, as far as the proxies in front can be trusted. */
  addressOf(c: Context): string
}

function attributes(site: Site, maxAge: number) {
  return { httpOnly: true, sameSite: 'Lax', path: '/', secure: site.publicOrigin.startsWith('https:'), maxAge } as const
}

/** The device's mark names no person: it lets a device used before pass where strangers have used up the tries. */
export function visitorOf(c: Context, site: Site): Visitor {
  const known = getCookie(c, DEVICE_COOKIE)
  const device = known && /^[\w-]{32}$/.test(known) ? known : randomBytes(24).toString('base64url')
  if (device !== known) setCookie(c, DEVICE_COOKIE, device, attributes(site, DEVICE_SECONDS))
  return { device, address: site.addressOf(c) }
}

export async function setSession(c: Context, core: Core, site: Site, session: OpenedSession): Promise<void> {
  await setSignedCookie(c, SESSION_COOKIE, session.token, core.auth.secret, attributes(site, session.lifeSeconds))
  setCookie(c, CHALLENGE_COOKIE, '', attributes(site, 0))
}

export function clearSession(c: Context, site: Site): void {
  setCookie(c, SESSION_COOKIE, '', attributes(site, 0))
}

export async function setChallenge(c: Context, core: Core, site: Site, challenge: string): Promise<void> {
  await setSignedCookie(c, CHALLENGE_COOKIE, challenge, core.auth.secret, attributes(site, CHALLENGE_SECONDS))
}

export async function challengeFrom(c: Context, core: Core): Promise<string> {
  return (await getSignedCookie(c, core.auth.secret, CHALLENGE_COOKIE)) || ''
}
