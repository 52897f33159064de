import { type ServerType, serve } from '@hono/node-server'
import { serializeSigned } from 'hono/utils/cookie'
import type { Browser, Page } from 'playwright-core'
import { buildStaff } from '#apps/server/build-staff.ts'
import { SESSION_COOKIE } from '#kernel/identity/door.ts'
import { openBrowser } from './browser.ts'
import type { World } from './world.ts'
import type { AccountName } from './world-posts.ts'

export interface StaffBrowser {
  origin: string
  /** A page of the workbench as somebody who has signed in. */
  open(as: AccountName, path: string, width?: number): Promise<Page>
  /** A resident's page, in the same browser. */
  openResident(as: AccountName, path: string, width?: number): Promise<Page>
  close(): Promise<void>
}

/** The real workbench, built, served by the world's own server, in a real browser. */
export async function openStaffBrowser(world: World): Promise<StaffBrowser> {
  await buildStaff(() => undefined)
  const { server, origin } = await new Promise<{ server: ServerType; origin: string }>((resolve) => {
    const made: ServerType = serve({ fetch: world.app.fetch, port: 0 }, ({ port }) =>
      resolve({ server: made, origin: `http://127.0.0.1:${port}` }),
    )
  })
  const browser: Browser = await openBrowser()
  const page = async (as: AccountName, width: number): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 844 : 900 },
      locale: 'zh-CN',
      bypassCSP: true,
    })
    const signed = await serializeSigned(
      SESSION_COOKIE,
      world.accounts[as].token,
      world.composition.identity.auth.secret,
    )
    const value = signed.slice(SESSION_COOKIE.length + 1).split(';')[0]!
    await context.addCookies([{ name: SESSION_COOKIE, value, url: origin }])
    return context.newPage()
  }
  return {
    origin,
    async open(as, path, width = 1440) {
      const opened = await page(as, width)
      await opened.goto(`${origin}/staff${path}`)
      await opened.waitForSelector('main h1, main h2, main .state-view')
      return opened
    },
    async openResident(as, path, width = 390) {
      const opened = await page(as, width)
      await opened.goto(`${origin}${path}`)
      return opened
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}
