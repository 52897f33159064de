import { problem } from '#platform/errors/problem.ts'
import type { Page } from '../page.ts'

export const receiptPage: Page = {
  path: '/my/applications/:id/receipt.pdf',
  title: 'receiptDownload',
  who: 'account',
  async get({ api, caller, params }) {
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
