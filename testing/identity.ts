import { Hono } from 'hono'
import { newKeyRing } from '#kernel/crypto/door.ts'
import {
  type Identity,
  type IdentityDeps,
  identityRoutes,
  identityTexts,
  openIdentity,
  type SignInEntry,
  totpCode,
  totpStep,
} from '#kernel/identity/door.ts'
import { catalogueOf } from '#platform/http/texts.ts'
import { texts as platformTexts } from '#platform/texts.ts'
import type { TestDatabase } from './database.ts'

export const ORIGIN = 'http://linli.test'
const catalogue = catalogueOf([platformTexts, identityTexts])

export interface TestIdentity {
  core: Identity
  app: Hono
  /** Newest code first. */
  sent: { phone: string; code: string }[]
  audited: SignInEntry[]
  browser(address?: string): Browser
  close(): Promise<void>
}

/** Sign-in over a test's own database, with the phone network and the audit in memory. */
export async function startTestIdentity(
  database: TestDatabase,
  change: Partial<IdentityDeps> = {},
): Promise<TestIdentity> {
  const sent: TestIdentity['sent'] = []
  const audited: SignInEntry[] = []
  const core = await openIdentity({
    authUrl: database.urls.auth,
    secret: 'a secret that is used in tests only, and nowhere else',
    ring: newKeyRing(),
    sendCode: async (phone, code) => void sent.unshift({ phone, code }),
    auditSignIn: async (entry) => void audited.push(entry),
    ...change,
  })
  const routes = identityRoutes(core, {
    publicOrigin: ORIGIN,
    catalogue,
    addressOf: (c) => c.req.header('x-test-address') ?? '192.0.2.1',
    onInternal: (error) => console.error(error),
  })
  const app = new Hono().route('/api', routes)
  return {
    core,
    app,
    sent,
    audited,
    browser: (address) => new Browser(app, address),
    close: () => core.pool.end(),
  }
}

/** Keeps cookies as a browser does, and sends what a page of ours would send. */
export class Browser {
  readonly cookies = new Map<string, string>()
  private readonly app: Hono
  private readonly address: string

  constructor(app: Hono, address = '192.0.2.1') {
    this.app = app
    this.address = address
  }

  async post(
    name: string,
    body: object = {},
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    return this.send(name, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers },
    })
  }

  async get(name: string): Promise<{ status: number; body: Record<string, unknown> }> {
    return this.send(name, { headers: {} })
  }

  get request(): Request {
    return new Request(`${ORIGIN}/`, { headers: { cookie: this.cookieHeader } })
  }

  private get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private async send(name: string, init: { method?: string; body?: string; headers: Record<string, string> }) {
    const response = await this.app.request(`${ORIGIN}/api/${name}`, {
      ...init,
      headers: { ...init.headers, cookie: this.cookieHeader, 'x-test-address': this.address },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) this.cookies.delete(key)
      else this.cookies.set(key, value)
    }
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
}

/** What the member of staff's authenticator app shows, `ahead` steps from now. */
export function codeOf(secret: string, ahead = 0): string {
  return totpCode(secret, totpStep(Date.now() / 1000) + ahead)
}
