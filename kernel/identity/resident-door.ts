import type { Context } from 'hono'
import { problem } from '#platform/errors/problem.ts'
import { clearSession, type Site, setSession, visitorOf } from './cookies.ts'
import type { Core } from './core.ts'
import { requestCode, signInResident } from './resident-sign-in.ts'
import { sessionOf, signOut } from './sessions.ts'
import { settled } from './settled.ts'

/** Coming and going for pages and routes alike: sets the cookies, throws a Problem where the answer is no. */
export function residentDoor(core: Core, site: Site) {
  return {
    async sessionOf(c: Context): Promise<string | null> {
      return (await sessionOf(core, c.req.raw))?.sessionId ?? null
    },
    async requestCode(c: Context, phone: string): Promise<void> {
      const result = settled(await requestCode(core, { phone, visitor: visitorOf(c, site) }), 'identity.wrong-code')
      if (result.outcome === 'notAPhone') {
        throw problem('invalid-input', { fields: [{ path: 'phone', reason: 'identity.not-a-phone' }] })
      }
    },
    async enter(c: Context, phone: string, code: string): Promise<void> {
      const result = await signInResident(core, { phone, code, visitor: visitorOf(c, site) })
      await setSession(c, core, site, settled(result, 'identity.wrong-code'))
    },
    async leave(c: Context): Promise<void> {
      const session = await sessionOf(core, c.req.raw)
      if (session) await signOut(core, session)
      clearSession(c, site)
    },
  }
}
