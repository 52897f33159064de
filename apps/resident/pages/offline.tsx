import type { Page } from '../page.ts'
import { problemPage } from '../problem-page.tsx'

/** Also what a proxy in front shows while the server is away; it needs nothing but the frame. */
export const offlinePage: Page = {
  path: '/offline',
  title: 'offlineTitle',
  who: 'anyone',
  get: async (visit) => ({ ...problemPage({ ...visit, url: new URL('/', visit.url) }, 503), status: 200 }),
}
