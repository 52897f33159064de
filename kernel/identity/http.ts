import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Problem, problem } from '#platform/errors/problem.ts'
import { readerLanguage } from '#platform/http/mount.ts'
import { problemResponse } from '#platform/http/problem-response.ts'
import type { Catalogue } from '#platform/http/texts.ts'
import { me } from './accounts.ts'
import { changePassword } from './change-password.ts'
import { type IdentityRoute, type InputOf, identityInputs } from './contract.ts'
import { challengeFrom, clearSession, setChallenge, setSession, visitorOf } from './cookies.ts'
import type { Core } from './core.ts'
import { signInMachine } from './machines.ts'
import { requestCode, signInResident } from './resident-sign-in.ts'
import { beginEnrolment, confirmEnrolment, verifyTotp } from './second-factor.ts'
import { type Session, sessionOf, signOut, signOutEverywhere } from './sessions.ts'
import { signInStaff } from './staff-password.ts'
import { acceptOrRefuse, readJson } from './write-guard.ts'

export interface IdentityHttp {
  publicOrigin: string
  catalogue: Catalogue
  /** The caller's network address, as far as the proxies in front can be trusted. */
  addressOf(c: Context): string
  onInternal(error: unknown, verb: string): void
}

type Handler<R extends IdentityRoute> = (c: Context, input: InputOf<R>) => Promise<Response>

/** Sign-in and sign-out at `/identity.<name>`, to be mounted under `/api`. */
export function identityRoutes(core: Core, http: IdentityHttp): Hono {
  const app = new Hono()
  const visitor = (c: Context) => visitorOf(c, http)

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
    return told(c, { outcome: 'ok' })
  })
  post('enrolTotp', async (c, { code }) => {
    const challenge = await challengeFrom(c, core)
    if (code === undefined) {
      const { secret, otpauthUri } = settled(await beginEnrolment(core, challenge), 'identity.wrong-second-factor')
      return told(c, { outcome: 'enrolling', secret, otpauthUri })
    }
    const session = settled(
      await confirmEnrolment(core, { challenge, code, visitor: visitor(c) }),
      'identity.wrong-second-factor',
    )
    await setSession(c, core, http, session)
    return told(c, { outcome: 'ok', recoveryCodes: session.recoveryCodes })
  })
  post('requestCode', async (c, input) => {
    const result = settled(await requestCode(core, { ...input, visitor: visitor(c) }), 'identity.wrong-code')
    if (result.outcome === 'notAPhone') {
      throw problem('invalid-input', { fields: [{ path: 'phone', reason: 'identity.not-a-phone' }] })
    }
    return told(c, { outcome: 'sent' })
  })
  post('signInResident', async (c, input) => {
    const session = settled(await signInResident(core, { ...input, visitor: visitor(c) }), 'identity.wrong-code')
    await setSession(c, core, http, session)
    return told(c, { outcome: 'ok' })
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
    return told(c, { outcome: 'ok' })
  })
  post('signOut', async (c) => {
    const session = await sessionOf(core, c.req.raw)
    if (session) await signOut(core, session)
    clearSession(c, http)
    return told(c, { outcome: 'ok' })
  })
  post('signOutEverywhere', async (c) => {
    await signOutEverywhere(core, await required(core, c))
    clearSession(c, http)
    return told(c, { outcome: 'ok' })
  })
  app.get('/identity.me', (c) =>
    guarded(c, http, 'me', async () => told(c, (await me(core, (await required(core, c)).accountId)) ?? {})),
  )
  return app
}

/** A refusal becomes the same problem whatever stood behind it. */
function settled<T extends { outcome: string }>(
  result: T | { outcome: 'refused' } | { outcome: 'limited'; retryAfterSeconds: number },
  reason: string,
): Exclude<T, { outcome: 'refused' | 'limited' }> {
  if (result.outcome === 'refused') throw problem('not-signed-in', { reason })
  if (result.outcome === 'limited') {
    const { retryAfterSeconds } = result as { retryAfterSeconds: number }
    throw problem('too-many', { reason: 'identity.too-many', params: { retryAfter: retryAfterSeconds } })
  }
  return result as Exclude<T, { outcome: 'refused' | 'limited' }>
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
    if (!(error instanceof Problem)) http.onInternal(error, `identity.${name}`)
    return refuse(c, http, error instanceof Problem ? error : problem('internal', { cause: error }))
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
