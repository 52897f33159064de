import { randomBytes } from 'node:crypto'
import { parseSigned } from 'hono/utils/cookie'
import { rememberDevice } from './attempts.ts'
import type { AccountKind, Core, Visitor } from './core.ts'

export const SESSION_COOKIE = 'linli.session_token'

const LIFE_SECONDS: Record<AccountKind, number> = { staff: 8 * 3600, resident: 30 * 86_400, machine: 15 * 60 }

export interface OpenedSession {
  outcome: 'signedIn'
  accountId: string
  kind: AccountKind
  /** Goes into the cookie (or, for a machine, into the answer) and nowhere else. */
  token: string
  lifeSeconds: number
}

export interface Session {
  /** Named to the database by `linli.session`. Whoever knows it speaks as the account: never log it. */
  sessionId: string
  accountId: string
  kind: AccountKind
}

interface Subject {
  accountId: string
  userId: string
  kind: AccountKind
  visitor: Visitor | null
  subject: string
  why: string
}

/** Audited before the caller learns of it: no session without its entry. */
export async function openSession(
  core: Core,
  { accountId, userId, kind, visitor, subject, why }: Subject,
): Promise<OpenedSession> {
  await core.audit({ verb: 'identity.signIn', outcome: 'done', accountId, kind, why, subject, visitor })
  if (visitor) await rememberDevice(core, accountId, visitor)
  const lifeSeconds = LIFE_SECONDS[kind]
  const token = randomBytes(32).toString('base64url')
  await core.auth.internalAdapter.createSession(
    userId,
    false,
    {
      accountId,
      accountKind: kind,
      token: kind === 'machine' ? machineToken(token) : token,
      expiresAt: new Date(Date.now() + lifeSeconds * 1000),
      ipAddress: '',
      userAgent: '',
    },
    true,
  )
  return { outcome: 'signedIn', accountId, kind, token, lifeSeconds }
}

/** Reads the database at every request, so that a revoked session ends with the next one. */
export async function sessionOf(core: Core, request: Request): Promise<Session | null> {
  const token = await tokenOf(core, request)
  if (!token) return null
  const { rows } = await core.pool.query<Session & { stale: boolean }>(
    `select s."id" as "sessionId", a.id as "accountId", a.kind, s."updatedAt" < now() - interval '1 minute' as stale
     from auth."session" s join identity.account a on a.id = s."accountId" and a.kind = s."accountKind"
     where s."token" = $1 and s."expiresAt" > now()
       and (a.kind <> 'staff' or s."updatedAt" > now() - interval '30 minutes')
       and (a.locked_until is null or a.locked_until <= now())
       and (a.kind <> 'machine' or exists (
         select 1 from identity.machine_client m where m.account_id = a.id and m.expires_at > now()))`,
    [token],
  )
  const found = rows[0]
  if (!found) return null
  // At most one write a minute keeps a session in use from growing idle.
  if (found.stale)
    await core.pool.query(`update auth."session" set "updatedAt" = now() where "id" = $1`, [found.sessionId])
  return { sessionId: found.sessionId, accountId: found.accountId, kind: found.kind }
}

export async function signOut(core: Core, session: Session): Promise<void> {
  await core.pool.query(`delete from auth."session" where "id" = $1`, [session.sessionId])
  await told(core, session, 'identity.signOut', 'one-session')
}

export async function signOutEverywhere(core: Core, session: Session): Promise<void> {
  await endSessions(core, session.accountId)
  await told(core, session, 'identity.signOut', 'all-sessions')
}

/** By an administrator, or after a change of password: every device has to sign in again. */
export async function revokeSessionsOf(core: Core, accountId: string): Promise<void> {
  const kind = await endSessions(core, accountId)
  if (kind) await told(core, { accountId, kind }, 'identity.revokeSessions', 'all-sessions')
}

async function endSessions(core: Core, accountId: string): Promise<AccountKind | null> {
  const { rows } = await core.pool.query<{ userId: string; kind: AccountKind }>(
    `select auth_user_id as "userId", kind from identity.account where id = $1`,
    [accountId],
  )
  const account = rows[0]
  if (!account) return null
  await core.auth.internalAdapter.deleteUserSessions(account.userId)
  return account.kind
}

async function told(
  core: Core,
  { accountId, kind }: Pick<Session, 'accountId' | 'kind'>,
  verb: 'identity.signOut' | 'identity.revokeSessions',
  why: string,
): Promise<void> {
  await core.audit({ verb, outcome: 'done', accountId, kind, why, subject: accountId, visitor: null })
}

async function tokenOf(core: Core, request: Request): Promise<string | null> {
  const bearer = /^Bearer ([\w-]{32,64})$/.exec(request.headers.get('authorization') ?? '')
  if (bearer) return machineToken(bearer[1]!)
  const cookies = await parseSigned(request.headers.get('cookie') ?? '', core.auth.secret, SESSION_COOKIE)
  const value = cookies[SESSION_COOKIE]
  return value && !value.startsWith(MACHINE_MARK) ? value : null
}

/** A machine's token travels in a header only and a person's in a cookie only. */
const MACHINE_MARK = 'machine.'
const machineToken = (token: string) => `${MACHINE_MARK}${token}`
