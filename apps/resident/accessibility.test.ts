import { type ServerType, serve } from '@hono/node-server'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#testing/browser.ts'
import { lookAtPage } from '#testing/look-at-page.ts'
import { sampleResidentStreet } from '#testing/sample-resident-api.ts'
import { pages } from './pages.ts'
import { createResidentApp } from './resident-app.tsx'

const values: Record<string, string> = { slug: 'elder-card', id: 'a1', token: 'genuine' }
// What is no page of its own: it downloads or leads on at once.
const silent = new Set(['/sign-out', '/my/applications/:id/receipt.pdf'])

let server: ServerType
let browser: Browser
let origin: string

beforeAll(async () => {
  const { api, door } = sampleResidentStreet()
  const app = createResidentApp({
    api,
    door,
    publicOrigin: 'http://street.example',
    explain: (problem) => problem.message,
    reportError: () => {},
  })
  origin = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, port: 0 }, ({ port }) => resolve(`http://127.0.0.1:${port}`))
  })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function visitor(session: string | null, width: number, elder = false): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'zh-CN', bypassCSP: true })
  if (session) await context.addCookies([{ name: 'sample-session', value: session, url: origin }])
  if (elder) await context.addCookies([{ name: 'linli-view', value: 'elder', url: origin }])
  return context
}

for (const width of [390, 1440]) {
  test(`every page of the router's list passes axe at ${width}`, { timeout: 120_000 }, async () => {
    const stranger = await visitor(null, width)
    const known = await visitor('bound', width)
    for (const { path, who } of pages) {
      if (silent.has(path)) continue
      const page = await (who === 'anyone' ? stranger : known).newPage()
      const address = path.replace(/:(\w+)/g, (_, name: string) => values[name] as string)
      const response = await page.goto(origin + address)
      expect(response?.status(), address).toBeLessThan(400)
      await lookAtPage(page, `${address.replaceAll('/', '_') || 'home'}-${width}`)
      await page.close()
    }
    await stranger.close()
    await known.close()
  })
}

test('pages of trouble, errors, answers and large print pass axe too', { timeout: 120_000 }, async () => {
  const context = await visitor('phone', 390, true)
  const page = await context.newPage()
  for (const path of [
    '/',
    '/nowhere',
    '/verify/false',
    '/my/data',
    '/items/minimum-living',
    '/items?search=zzz',
    '/my/applications/a2',
  ]) {
    await page.goto(origin + path)
    await lookAtPage(page, `elder${path.replaceAll(/[/?=]/g, '_')}-390`)
  }
  await page.goto(`${origin}/items/elder-card/may-i`)
  await page.click('main button[type=submit]')
  await lookAtPage(page, 'may-i-error-390')
  await page.fill('#birthDate', '1958-04-01')
  await page.click('main button[type=submit]')
  await page.check('#registeredInCity')
  await page.click('main button[type=submit]')
  await lookAtPage(page, 'may-i-answer-390')
  await page.goto(`${origin}/items/elder-card/apply`)
  await page.check('#as')
  await page.click('main button[type=submit]')
  await page.click('main button[type=submit]')
  await lookAtPage(page, 'apply-identity-error-390')
  expect(await page.locator('.errors a').first().getAttribute('href')).toBe('#ownName')
  await context.close()
})

test('the way to an application needs no script and no pointer', { timeout: 60_000 }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`${origin}/items/elder-card/apply`)
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await page.focus('#phone')
  await page.keyboard.type('13800000000')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#code')
  await page.focus('#code')
  await page.keyboard.type('123456')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/apply')
  await context.close()
})
