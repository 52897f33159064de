import type { Context } from 'hono'
import { languages } from '#platform/contract.ts'
import { keepPreference } from './cookies.ts'
import { safePath } from './safe-path.ts'

/** A plain link, so that a remote control can follow it. It changes nothing but how pages look to this browser. */
export function choosePreference(c: Context, secure: boolean): Response {
  const language = languages.find((choice) => choice === c.req.query('language'))
  if (language) keepPreference(c, 'language', language, secure)
  const view = c.req.query('view')
  if (view === 'elder' || view === 'standard') keepPreference(c, 'view', view, secure)
  c.header('Cache-Control', 'no-store')
  return c.redirect(safePath(c.req.query('back')), 303)
}
