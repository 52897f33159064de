import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { TREE } from './bring-up-to-date.ts'

const FOLDER = path.join(TREE, 'dist/staff')
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Ant Design writes style elements at run time; scripts come from our own files only. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** The workbench: built files under their hashed names for ever, and the page itself, always fresh, for every other path. */
export function staffApp({ demo }: { demo: boolean }): Hono {
  const app = new Hono()
  app.get('/staff/assets/:name{[\\w.-]+}', async (c) => {
    const name = c.req.param('name')
    const body = await readFile(path.join(FOLDER, 'assets', name)).catch(() => null)
    if (!body) return c.notFound()
    return c.body(body, 200, {
      'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
  })
  const page = async () => {
    const html = await readFile(path.join(FOLDER, 'index.html'), 'utf8').catch(() => null)
    if (html === null) return new Response('工作台尚未构建 / the workbench has not been built', { status: 503 })
    // The sign-in screen says where a demo's accounts are.
    return new Response(demo ? html.replace('<html ', '<html data-demo ') : html, {
      headers: {
        'content-type': TYPES['.html']!,
        'cache-control': 'no-cache',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      },
    })
  }
  app.get('/staff', page)
  app.get('/staff/*', page)
  return app
}
