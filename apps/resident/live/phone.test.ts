import { type ServerType, serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#testing/browser.ts'
import { lookAtPage } from '#testing/look-at-page.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, type World } from '#testing/world.ts'
import { syntheticIdNumber } from '#testing/world-people.ts'

let world: World
let server: ServerType
let browser: Browser
let origin: string

beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
  await world.look(
    `insert into residents.desk (subdistrict_id, during, position, hotline, centre_name, source)
     values ($1, daterange('2016-01-01', null), 1, '12345', '受理中心', '测试')`,
    [world.areas.street],
  )
  origin = await new Promise((resolve) => {
    server = serve({ fetch: world.app.fetch, port: 0 }, ({ port }) => resolve(`http://127.0.0.1:${port}`))
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  await world.dispose()
})

const send = (page: Page) => page.click('main form button[type=submit] >> nth=0')

async function signIn(page: Page, phone: string): Promise<void> {
  await page.fill('#phone', phone)
  await send(page)
  const code = /验证码是 (\d{6})/.exec((await page.textContent('main')) ?? '')?.[1] as string
  await lookAtPage(page, 'phone-code')
  await page.fill('#code', code)
  await send(page)
}

for (const [width, phone, serial] of [
  [390, '19900007001', 61],
  [1440, '19900007002', 62],
] as const) {
  test(`敬老卡 from a phone number to the receipt and the rating, at ${width}`, { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'zh-CN', bypassCSP: true })
    const page = await context.newPage()
    await page.goto(`${origin}/items?search=老年卡`)
    await lookAtPage(page, `search-${width}`)
    await page.click('text=敬老卡申领')
    await lookAtPage(page, `guide-${width}`)
    await page.click('text=现在申请')
    await signIn(page, phone)
    await page.fill('#ownName', '王䶮')
    await page.fill('#ownIdNumber', syntheticIdNumber('1950-01-02', serial))
    await lookAtPage(page, `identity-${width}`)
    await send(page)
    await page.check('#bank')
    await page.check('#delivery')
    await lookAtPage(page, `form-${width}`)
    await send(page)
    await page.fill('#contactPhone', phone)
    await send(page)
    await lookAtPage(page, `check-${width}`)
    await page.check('#declare')
    // Clicked twice as fast as a finger can.
    await page.dblclick('text=提交申请')
    await page.waitForURL('**/my?note=*')
    await lookAtPage(page, `my-${width}`)
    const [row] = await world.look<{ id: string }>(
      `select id from cases."case" order by opened_at desc, id desc limit 1`,
    )
    const caseId = row?.id as string

    const personId = width === 390 ? world.people.elder.id : world.people.southElder.id
    const accepted = await world.send('clerk', 'applications.accept', {
      caseId,
      personId,
      materials: { idCard: 'received' },
    })
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
    await page.goto(`${origin}/my/applications/${caseId}`)
    await lookAtPage(page, `track-${width}`)
    const download = page.waitForEvent('download')
    await page.click('text=下载受理回执')
    expect((await download).suggestedFilename()).toMatch(/^receipt-.*\.pdf$/)

    const opened = await world.send('clerk', 'applications.open', { caseId })
    const stepId = opened.body.steps.find((step: { state: string }) => step.state === 'open').id
    await world.send('clerk', 'applications.recordExternal', { caseId, stepId, foreignStatus: '已制卡' })
    await world.send('clerk', 'applications.conclude', { caseId })
    await page.goto(`${origin}/my/applications/${caseId}`)
    await page.check('#score')
    await lookAtPage(page, `rate-${width}`)
    await page.click('text=提交评价')
    expect(await page.textContent('main')).toContain('您的评价：非常满意')
    await context.close()
  })
}

test('one click too many has made no second application', async () => {
  expect(await world.look(`select 1 from cases."case"`)).toHaveLength(2)
})

test('the guide and the first questions of 低保 pass axe on both screens', { timeout: 60_000 }, async () => {
  for (const width of [390, 1440]) {
    const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'zh-CN', bypassCSP: true })
    const page = await context.newPage()
    await page.goto(`${origin}/items/minimum-living-allowance`)
    await lookAtPage(page, `allowance-${width}`)
    await page.goto(`${origin}/items/minimum-living-allowance/may-i`)
    await lookAtPage(page, `allowance-may-i-${width}`)
    await context.close()
  }
})
