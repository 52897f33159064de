import { type Context, Hono } from 'hono'
import type { Kysely } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import type { Tx } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import { type FileStore, storeFile } from './file-store.ts'
import { type FileLink, findLink } from './links.ts'
import { serveFile } from './serve-file.ts'
import { safeName, takeUpload } from './uploads.ts'

export interface FilePorts {
  db: Kysely<unknown>
  clock: Clock
  store: FileStore
  publicOrigin: string
  /** Names the request's session for the transaction; null: nobody is signed in. */
  enter(tx: Tx, request: Request): Promise<{ accountId: string | null }>
  /** Opening a file is one entry in the audit, written before the first byte goes out. */
  auditOpening(tx: Tx, link: FileLink, at: string): Promise<void>
  /** Turns a problem into an answer in the reader's language. */
  refuse(error: unknown, c: Context): Response
}

/** `PUT /files?name=…` takes one file as its body; `GET /files/<link id>` shows one. */
export function fileRoutes(ports: FilePorts): Hono {
  const { db, clock, store } = ports
  const app = new Hono()
  app.onError((error, c) => ports.refuse(error, c))

  app.put('/files', async (c) => {
    refuseForeign(c, ports.publicOrigin)
    // Asked before the first byte is written, so that strangers cannot fill the disk.
    const known = await db.transaction().execute((tx) => ports.enter(tx, c.req.raw))
    if (!known.accountId) throw problem('not-signed-in')
    if (!c.req.raw.body) throw problem('invalid-input', { fields: [{ path: 'file', reason: 'files.empty' }] })
    const stored = await storeFile(store, c.req.raw.body as unknown as AsyncIterable<Uint8Array>)
    const name = c.req.query('name') ?? ''
    const uploadId = await db.transaction().execute(async (tx) => {
      await ports.enter(tx, c.req.raw)
      return takeUpload(tx, store, stored, name, clock.now())
    })
    return c.json({ uploadId, name: safeName(name), size: stored.size, mime: stored.mime }, 201, {
      'cache-control': 'no-store',
    })
  })

  app.get('/files/:id{[0-9a-f-]{36}}', async (c) => {
    const link = await db.transaction().execute(async (tx) => {
      const { accountId } = await ports.enter(tx, c.req.raw)
      if (!accountId) throw problem('not-signed-in')
      const found = await findLink(tx, c.req.param('id'))
      if (!found) throw problem('not-found')
      await ports.auditOpening(tx, found, clock.now())
      return found
    })
    return serveFile(store, link)
  })
  return app
}

function refuseForeign(c: Context, publicOrigin: string): void {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const foreign = origin !== undefined && origin !== publicOrigin && origin !== new URL(c.req.url).origin
  if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw problem('refused', { reason: 'platform.foreign-origin' })
}
