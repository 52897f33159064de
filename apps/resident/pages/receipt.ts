import { problem } from '#platform/errors/problem.ts'
import type { Page } from '../page.ts'

/** Each download issues a receipt of its own, so it is a form and not a link that a browser may follow ahead. */
export const receiptPage: Page = {
  path: '/my/applications/:id/receipt.pdf',
  title: 'receiptDownload',
  who: 'account',
  get: async ({ params }) => ({ redirect: `/my/applications/${encodeURIComponent(params.id ?? '')}` }),
  async post({ api, caller, params }) {
    const id = params.id ?? ''
    const application = await api.application(caller, id)
    if (!application?.may.includes('receipt')) throw problem('not-found')
    return {
      bytes: await api.receipt(caller, id),
      type: 'application/pdf',
      fileName: `receipt-${application.number}.pdf`,
    }
  },
}
