import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#testing/browser.ts'
import { sampleResidentStreet } from '#testing/sample-resident-api.ts'
import { pages } from './pages.ts'
import { createResidentApp } from './resident-app.tsx'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const values: Record<string, string> = { slug: 'elder-card', id: 'a1', token: 'genuine' }
const shots = process.env.LINLI_TEST_SHOTS
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

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe is put into the page as a script
    const found = await (globalThis as any).axe.run()
    // biome-ignore lint/suspicious/noExplicitAny: likewise
    return found.violations.map((v: any) => `${v.id}: ${v.nodes.map((node: any) => node.target.join(' ')).join(', ')}`)
  })
}

async function check(page: Page, name: string, path: string, width: number): Promise<void> {
  expect(await violations(page), `${path} at ${width}`).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${path} at ${width} scrolls sideways`).toBeLessThanOrEqual(0)
  if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
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
      await check(page, address.replaceAll('/', '_') || 'home', address, width)
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
    await check(page, `elder${path.replaceAll(/[/?=]/g, '_')}`, path, 390)
  }
  await page.goto(`${origin}/items/elder-card/may-i`)
  await page.click('main button[type=submit]')
  await check(page, 'may-i-error', 'may-i with an error', 390)
  await page.fill('#birthDate', '1958-04-01')
  await page.click('main button[type=submit]')
  await page.check('#registeredInCity')
  await page.click('main button[type=submit]')
  await check(page, 'may-i-answer', 'may-i answered', 390)
  await page.goto(`${origin}/items/elder-card/apply`)
  await page.check('#as')
  await page.click('main button[type=submit]')
  await page.click('main button[type=submit]')
  await check(page, 'apply-identity-error', 'apply with errors', 390)
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
