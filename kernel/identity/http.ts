import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { problemFromDatabase } from '#platform/errors/from-database.ts'
import { type Problem, problem } from '#platform/errors/problem.ts'
import { readerLanguage } from '#platform/http/mount.ts'
import { problemResponse } from '#platform/http/problem-response.ts'
import type { Catalogue } from '#platform/http/texts.ts'
import { me } from './accounts.ts'
import { changePassword } from './change-password.ts'
import { type IdentityRoute, type InputOf, identityInputs } from './contract.ts'
import { challengeFrom, clearSession, type Site, setChallenge, setSession, visitorOf } from './cookies.ts'
import type { Core } from './core.ts'
import { signInMachine } from './machines.ts'
import { residentDoor } from './resident-door.ts'
import { beginEnrolment, confirmEnrolment, verifyTotp } from './second-factor.ts'
import { type Session, sessionOf, signOutEverywhere } from './sessions.ts'
import { settled } from './settled.ts'
import { signInStaff } from './staff-password.ts'
import { acceptOrRefuse, readJson } from './write-guard.ts'

export interface IdentityHttp extends Site {
  catalogue: Catalogue
  onInternal(error: unknown, verb: string): void
  /** What `identity.me` says beyond the account: posts and operations, which are another part's to know. */
  about?(sessionId: string): Promise<object>
}

type Handler<R extends IdentityRoute> = (c: Context, input: InputOf<R>) => Promise<Response>

/** Sign-in and sign-out at `/identity.<name>`, to be mounted under `/api`. */
export function identityRoutes(core: Core, http: IdentityHttp): Hono {
  const app = new Hono()
  const visitor = (c: Context) => visitorOf(c, http)
  const door = residentDoor(core, http)

  const post = <R extends IdentityRoute>(name: R, handler: Handler<R>) => {
    app.post(
      `/identity.${name}`,
      bodyLimit({ maxSize: 8 * 1024, onError: (c) => refuse(c, http, problem('too-large')) }),
      (c) =>
        guarded(c, http, name, async () => {
          acceptOrRefuse(c, http.publicOrigin)
          return handler(c, (await readJson(c, identityInputs[name])) as InputOf<R>)
        }),
    )
  }

  post('signInStaff', async (c, input) => {
    const result = settled(await signInStaff(core, { ...input, visitor: visitor(c) }), 'identity.wrong-credentials')
    await setChallenge(c, core, http, result.challenge)
    return told(c, { outcome: result.outcome })
  })
  post('verifyTotp', async (c, { code }) => {
    const input = { challenge: await challengeFrom(c, core), code, visitor: visitor(c) }
    const session = settled(await verifyTotp(core, input), 'identity.wrong-second-factor')
    await setSession(c, core, http, session)
    return told(c, { outcome: 'signedIn' })
  })
  post('beginEnrolment', async (c) => {
    const begun = settled(await beginEnrolment(core, await challengeFrom(c, core)), 'identity.wrong-second-factor')
    return told(c, { secret: begun.secret, otpauthUri: begun.otpauthUri })
  })
  post('confirmEnrolment', async (c, { code }) => {
    const input = { challenge: await challengeFrom(c, core), code, visitor: visitor(c) }
    const session = settled(await confirmEnrolment(core, input), 'identity.wrong-second-factor')
    await setSession(c, core, http, session)
    return told(c, { outcome: 'signedIn', recoveryCodes: session.recoveryCodes })
  })
  post('requestCode', async (c, { phone }) => {
    await door.requestCode(c, phone)
    return told(c, { outcome: 'sent' })
  })
  post('signInResident', async (c, { phone, code }) => {
    await door.enter(c, phone, code)
    return told(c, { outcome: 'signedIn' })
  })
  post('signInMachine', async (c, input) => {
    const session = settled(await signInMachine(core, { ...input, visitor: visitor(c) }), 'identity.wrong-machine')
    return told(c, { accessToken: session.token, tokenType: 'Bearer', expiresIn: session.lifeSeconds })
  })
  post('changePassword', async (c, input) => {
    const session = await required(core, c)
    const result = settled(
      await changePassword(core, { session, ...input, visitor: visitor(c) }),
      'identity.wrong-password',
    )
    if (result.outcome === 'weak')
      throw problem('invalid-input', { fields: [{ path: 'next', reason: 'identity.weak-password' }] })
    clearSession(c, http)
    return told(c, { outcome: 'signedOut' })
  })
  post('signOut', async (c) => {
    await door.leave(c)
    return told(c, { outcome: 'signedOut' })
  })
  post('signOutEverywhere', async (c) => {
    await signOutEverywhere(core, await required(core, c))
    clearSession(c, http)
    return told(c, { outcome: 'signedOut' })
  })
  app.get('/identity.me', (c) =>
    guarded(c, http, 'me', async () => {
      const session = await required(core, c)
      return told(c, { ...(await me(core, session.accountId)), ...(await http.about?.(session.sessionId)) })
    }),
  )
  return app
}

async function required(core: Core, c: Context): Promise<Session> {
  const session = await sessionOf(core, c.req.raw)
  if (!session) throw problem('not-signed-in')
  return session
}

async function guarded(c: Context, http: IdentityHttp, name: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    // A value that PostgreSQL cannot hold (a NUL in a text) is the caller's mistake, not ours.
    const found = problemFromDatabase(error)
    if (found.code === 'internal') http.onInternal(error, `identity.${name}`)
    return refuse(c, http, found)
  }
}

/** Through `c.body`, so that a cookie set before the refusal (the device's mark) still reaches the browser. */
async function refuse(c: Context, http: IdentityHttp, found: Problem): Promise<Response> {
  const response = problemResponse(found, http.catalogue, readerLanguage(c))
  return c.newResponse(await response.text(), found.status as 400, Object.fromEntries(response.headers))
}

function told(c: Context, body: object): Response {
  return c.json(body, 200, { 'cache-control': 'no-store' })
}
