import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { openBrowser } from '../testing/browser.ts'

/** Pictures of the main screens from a running demo: `node --import tsx scripts/take-pictures.ts http://localhost:3000 docs/images`. */
const [origin = 'http://localhost:3000', folder = 'docs/images'] = process.argv.slice(2)
await mkdir(folder, { recursive: true })
const browser = await openBrowser()
const accounts = (await (await fetch(`${origin}/api/demo.accounts`)).json()) as {
  password: string
  residents: { phone: string; note: string }[]
}
const widths = [1440, 390]

async function asStaff(staffNumber: string, width: number): Promise<Page> {
  // A one-time password is taken once: the next sign-in waits for the next step.
  for (;;) {
    const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 900 }, locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(`${origin}/staff`)
    await page.waitForSelector('#password, input[type=password]')
    await page.fill('input >> nth=0', staffNumber)
    await page.fill('input[type=password]', accounts.password)
    await page.keyboard.press('Enter')
    await page.waitForSelector('#code')
    const { code } = (await (await fetch(`${origin}/api/demo.totp`)).json()) as { code: string }
    await page.fill('#code', code)
    const inside = await page.waitForSelector('main#main', { timeout: 4_000 }).catch(() => null)
    if (inside) return page
    await context.close()
    await new Promise((resolve) => setTimeout(resolve, 5_000))
  }
}

async function shoot(page: Page, name: string, width: number, fullPage = false): Promise<void> {
  await page.waitForTimeout(700)
  await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage })
  console.log(`${name}-${width}`)
}

for (const width of widths) {
  const clerk = await asStaff('ZJQ-W01', width)
  await clerk.goto(`${origin}/staff/window`)
  await clerk.waitForSelector('main [role=combobox]')
  await clerk.fill('main [role=combobox]', '王秀')
  await clerk.waitForSelector('[role=option]')
  await shoot(clerk, 'window-find', width)
  await clerk.goto(`${origin}/staff/inbox?view=claimable`)
  await clerk.waitForSelector('.data-open')
  await shoot(clerk, 'inbox', width)
  const approver = await asStaff('ZJQ-M01', width)
  await approver.goto(`${origin}/staff/inbox?view=all&itemKey=minimum-living-allowance`)
  await approver.waitForSelector('.data-open')
  await approver.click('.data-open >> nth=0')
  await approver.waitForSelector('.case')
  await shoot(approver, 'case', width)
  const leader = await asStaff('ZJQ-L01', width)
  await leader.goto(`${origin}/staff/figures`)
  await leader.waitForSelector('.figures-totals')
  await shoot(leader, 'leader', width, true)
  const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 900 }, locale: 'zh-CN' })
  const resident = await context.newPage()
  await resident.goto(`${origin}/`)
  await shoot(resident, 'home', width, true)
  await resident.goto(`${origin}/items/elder-card`)
  await shoot(resident, 'item', width, true)
  const phone = accounts.residents.find((one) => one.note.includes('accepted'))?.phone ?? accounts.residents[0]!.phone
  await resident.goto(`${origin}/sign-in`)
  await resident.fill('#phone', phone)
  await resident.click('main form button[type=submit] >> nth=0')
  const code = /(\d{6})/.exec((await resident.textContent('main')) ?? '')?.[1]
  await resident.fill('#code', code!)
  await resident.click('main form button[type=submit] >> nth=0')
  await resident.goto(`${origin}/my`)
  await shoot(resident, 'my', width, true)
  await resident.click('main a[href^="/my/applications/"]')
  await shoot(resident, 'track', width, true)
  for (const page of [clerk, approver, leader, resident]) await page.context().close()
}
await browser.close()
