import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { renderToStaticMarkup } from 'react-dom/server'
import { Problem } from '#platform/errors/problem.ts'
import { readForm } from './form-body.ts'
import { Layout } from './layout.tsx'
import { isElder, languageOfVisit, openVisit } from './open-visit.ts'
import type { Answer, Page, Shown, Visit } from './page.ts'
import { pageCache } from './page-cache.ts'
import { pages } from './pages.ts'
import { choosePreference } from './preferences.ts'
import { problemPage, problemStatus } from './problem-page.tsx'
import type { ResidentAppOptions } from './resident-options.ts'
import { fromOwnPage } from './same-origin.ts'
import { styleSheet } from './style-sheet.ts'

const safety = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** All resident pages as one Hono app, to be mounted at `/`. */
export function createResidentApp(options: ResidentAppOptions): Hono {
  const app = new Hono()
  app.get(styleSheet.path, (c) =>
    c.body(styleSheet.css, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    }),
  )
  app.get('/choose', (c) => choosePreference(c, options.publicOrigin.startsWith('https:')))
  app.use(
    bodyLimit({
      maxSize: 21 * 1024 * 1024,
      onError: (c) => respond(c, options, async (visit) => problemPage(visit, 413)),
    }),
  )
  const cache = pageCache(5, 500)
  for (const page of pages) {
    app.get(page.path, async (c) => {
      const key = page.sameForAll ? await strangerKey(c, options) : null
      const kept = key && cache.get(key)
      if (kept) return sendHtml(c, kept)
      const draw = (visit: Visit) => guarded(page, visit, () => page.get(visit))
      return respond(c, options, draw, key ? (html) => cache.set(key, html) : undefined)
    })
    const post = page.post
    if (!post) continue
    app.post(page.path, (c) =>
      respond(c, options, async (visit) => {
        if (!fromOwnPage(senderOf(c), options.publicOrigin)) return problemPage(visit, 403)
        return guarded(page, visit, async () => post(visit, readForm(await c.req.formData())))
      }),
    )
  }
  // Mounted last of all: what nobody else answers is a page that does not exist.
  app.all('*', (c) => respond(c, options, async (visit) => problemPage(visit, 404)))
  return app
}

function senderOf(c: Context) {
  return {
    origin: c.req.header('origin'),
    referer: c.req.header('referer'),
    host: c.req.header('host'),
    site: c.req.header('sec-fetch-site'),
  }
}

async function guarded(page: Page, visit: Visit, run: () => Promise<Answer>): Promise<Answer> {
  if (page.who !== 'anyone' && !visit.account) return signInFirst(visit)
  return run()
}

function signInFirst({ url }: Visit): Answer {
  return { redirect: `/sign-in?back=${encodeURIComponent(url.pathname + url.search)}` }
}

async function respond(
  c: Context,
  options: ResidentAppOptions,
  run: (visit: Visit) => Promise<Answer>,
  keep?: (html: string) => void,
): Promise<Response> {
  const visit = await openVisit(c, options)
  try {
    return send(c, visit, await run(visit), keep)
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-signed-in') return send(c, visit, signInFirst(visit))
    const status = problemStatus(error)
    if (status >= 500) options.reportError(error)
    return send(c, visit, problemPage(visit, status))
  }
}

/** What a visitor who has not signed in would be shown; null for anybody else and for an address with a question in it. */
async function strangerKey(c: Context, { door }: ResidentAppOptions): Promise<string | null> {
  if (c.req.url.includes('?') || (await door.sessionOf(c).catch(() => 'unknown')) !== null) return null
  return [c.req.path, languageOfVisit(c), isElder(c)].join(' ')
}

function headersFor(c: Context, personal: boolean): void {
  for (const [name, value] of Object.entries(safety)) c.header(name, value)
  // Nothing of a resident is kept by a browser that is shared in a family or stands in a hall.
  c.header('Cache-Control', personal ? 'no-store' : 'private, no-cache')
  c.header('Vary', 'Cookie, Accept-Language')
}

function sendHtml(c: Context, html: string): Response {
  headersFor(c, false)
  c.header('Content-Language', languageOfVisit(c))
  return c.html(html)
}

function send(c: Context, visit: Visit, answer: Answer, keep?: (html: string) => void): Response {
  headersFor(c, visit.account !== null || c.req.method === 'POST' || 'bytes' in answer)
  if ('redirect' in answer) return c.redirect(answer.redirect, 303)
  if ('bytes' in answer) {
    c.header('Content-Type', answer.type)
    c.header('Content-Disposition', `attachment; filename="${answer.fileName}"`)
    return c.body(answer.bytes as Uint8Array<ArrayBuffer>)
  }
  c.header('Content-Language', visit.language)
  const html = pageHtml(visit, answer)
  if (keep && visit.account === null && (answer.status ?? 200) === 200) keep(html)
  return c.html(html, (answer.status ?? 200) as ContentfulStatusCode)
}

export function pageHtml(visit: Visit, shown: Shown): string {
  return `<!doctype html>${renderToStaticMarkup(<Layout visit={visit} shown={shown} />)}`
}
