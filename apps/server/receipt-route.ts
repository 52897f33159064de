import { type Context, Hono } from 'hono'
import { printReceipt } from '#apps/receipt/print-receipt.ts'
import { problem } from '#platform/errors/problem.ts'
import type { Composition } from './compose.ts'

const uuid = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.pdf$/

/** `GET /receipts/<case>.pdf`: the window's receipt, shown to be printed. Each opening issues one of its own. */
export function receiptRoute(
  { call }: Composition,
  sessionOf: (c: Context) => Promise<string | null>,
  refuse: (error: unknown, c: Context) => Response,
): Hono {
  const app = new Hono()
  app.onError((error, c) => refuse(error, c))
  app.get('/receipts/:file', async (c) => {
    const caseId = uuid.exec(c.req.param('file'))?.[1]
    // Another site's page or picture may not make us issue papers in somebody's name.
    if (!caseId || c.req.header('sec-fetch-site') === 'cross-site') throw problem('not-found')
    const paper = c.req.query('paper') === 'A4' ? 'A4' : 'A5'
    const { number, pdf } = await printReceipt(call, { sessionId: await sessionOf(c) }, caseId, paper)
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="receipt-${number}.pdf"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })
  return app
}
