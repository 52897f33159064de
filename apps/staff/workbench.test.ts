import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStaffAccount, totpCode, totpStep } from '#kernel/identity/door.ts'
import { lookAtPage } from '#testing/look-at-page.ts'
import { publishItems } from '#testing/publish-items.ts'
import { openStaffBrowser, type StaffBrowser } from '#testing/staff-page.ts'
import { createWorld, type World } from '#testing/world.ts'

const timeout = 90_000

let world: World
let staff: StaffBrowser
beforeAll(async () => {
  world = await createWorld({ now: new Date().toISOString() })
  await publishItems(world)
  staff = await openStaffBrowser(world)
}, 120_000)
afterAll(async () => {
  await staff?.close()
  await world.dispose()
})

async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(250)
  await lookAtPage(page, `staff-${name}`)
}

describe('the window', () => {
  test('敬老卡 is accepted from a blank page in at most twelve keystrokes beyond the ID number', {
    timeout,
  }, async () => {
    const page = await staff.open('clerk', '/window')
    let keys = 0
    const press = async (key: string) => {
      keys++
      await page.keyboard.press(key)
    }
    await look(page, 'window-blank')
    await page.keyboard.type(world.people.elder.idNumber)
    await page.waitForSelector('[role=option]')
    await look(page, 'window-found')
    await press('Enter')
    await page.waitForSelector('.items button')
    await look(page, 'window-items')
    await press('Enter')
    await page.waitForSelector('[data-field=bank]')
    await press('1')
    await press('Tab')
    await press('1')
    await press('Alt+m')
    await look(page, 'window-acceptance')
    await press('Control+Enter')
    await page.waitForSelector('.receipt-number')
    await look(page, 'window-receipt')
    console.log(`keystrokes beyond the ID number: ${keys}`)
    expect(keys).toBeLessThanOrEqual(12)
    const cases = await world.look<{ state: string }>(`select state from cases."case"`)
    expect(cases).toEqual([{ state: 'accepted' }])
    await page.context().close()
  })

  test('the same page works on a phone', { timeout }, async () => {
    const page = await staff.open('clerk', '/window', 390)
    await page.fill('[role=combobox]', '欧阳')
    await page.waitForSelector('[role=option]')
    await look(page, 'window-found-390')
    await page.click('[role=option]')
    await page.click('.items button')
    await page.waitForSelector('[data-field=bank]')
    await look(page, 'window-acceptance-390')
    await page.context().close()
  })
})

describe('signing in', () => {
  test.each([1440, 390])(
    'a first sign-in binds an authenticator, shows the recovery codes once, and goes on, at %i',
    {
      timeout,
    },
    async (width) => {
      const staffNumber = `NEW${width}`
      await createStaffAccount(world.composition.identity, {
        staffNumber,
        displayName: '新来的',
        password: 'a long enough secret',
      })
      const page = await staff.open('clerk', '/window', width)
      await page.context().clearCookies()
      await page.goto(`${staff.origin}/staff/inbox`)
      await page.waitForSelector('#staff-number')
      await look(page, `sign-in-${width}`)
      await page.fill('#staff-number', staffNumber.toLowerCase())
      await page.fill('#password', 'not this one')
      await page.keyboard.press('Enter')
      await page.waitForSelector('[role=alert]')
      await look(page, `sign-in-wrong-${width}`)
      await page.fill('#password', 'a long enough secret')
      await page.keyboard.press('Enter')
      const shown = await page.textContent('.sign-in-secret code')
      await look(page, `sign-in-enrol-${width}`)
      await page.fill('#code', totpCode(shown!.replaceAll(' ', ''), totpStep(Date.now() / 1000)))
      await page.waitForSelector('.sign-in-codes')
      await look(page, `sign-in-codes-${width}`)
      await page.click('.sign-in-actions .ant-btn-primary')
      await page.waitForSelector('text=没有岗位')
      expect(new URL(page.url()).pathname).toBe('/staff/inbox')
      await look(page, `no-post-${width}`)
      await page.context().close()
    },
  )
})

describe('the inbox and the case', () => {
  test('the clerk opens a case beside the list, and records what the city says with a few keys', {
    timeout,
  }, async () => {
    const page = await staff.open('clerk', '/inbox?view=claimable')
    await page.waitForSelector('.data-open')
    await look(page, 'inbox')
    await page.click('.data-open')
    await page.waitForSelector('.case-actions button')
    await look(page, 'case-drawer')
    await page.keyboard.press('a')
    await page.waitForSelector('#foreign-status')
    await look(page, 'case-form')
    await page.keyboard.press('Escape')
    await page.waitForSelector('#foreign-status', { state: 'detached' })
    await page.click('text=要求补正')
    expect(await page.isDisabled('.case-form button[type=submit]')).toBe(true)
    await page.fill('#missing-other', '请补交近三个月的银行流水')
    expect(await page.textContent('.case-notice')).toContain('1. 请补交近三个月的银行流水')
    await look(page, 'case-notice')
    await page.click('text=登记外部进展')
    await page.keyboard.type('审核中')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('.case-foreign >> text=审核中')
    await page.context().close()
  })

  test('the case is one page on a phone, with the reasons why something may not be done', { timeout }, async () => {
    const [row] = await world.look<{ id: string }>(`select id from cases."case" limit 1`)
    const page = await staff.open('leader', `/cases/${row!.id}`, 390)
    await page.waitForSelector('.case')
    await look(page, 'case-390')
    await page.click('.case-whynot summary')
    expect(await page.textContent('.case-whynot')).toContain('岗位')
    await page.context().close()
  })

  test('another street’s clerk meets an empty list and a case that is not there', { timeout }, async () => {
    const [row] = await world.look<{ id: string }>(`select id from cases."case" limit 1`)
    const page = await staff.open('foreignClerk', '/inbox?view=all')
    await page.waitForSelector('.state-view')
    await look(page, 'inbox-empty')
    await page.goto(`${staff.origin}/staff/cases/${row!.id}`)
    await page.waitForSelector('.state-view')
    await look(page, 'case-hidden')
    await page.context().close()
  })
})

describe('the leader’s page', () => {
  test.each([1440, 390])('shows volumes that open their cases, at %i', { timeout }, async (width) => {
    const page = await staff.open('leader', '/figures', width)
    await page.waitForSelector('.figures-totals')
    await look(page, `figures-${width}`)
    await page.click('.bars button')
    await page.waitForSelector('.data-open')
    expect(page.url()).toContain('itemKey=elder-card')
    await page.context().close()
  })
})

describe('bad ratings', () => {
  test.each([1440, 390])(
    'wait for a reply, and the list is empty when there is none, at %i',
    { timeout },
    async (width) => {
      const page = await staff.open('supervisor', '/remedies', width)
      await page.waitForSelector('.state-view')
      await look(page, `remedies-${width}`)
      await page.context().close()
    },
  )
})

describe('the items', () => {
  test.each([1440, 390])('an editor reads each item as its readers will, at %i', { timeout }, async (width) => {
    const page = await staff.open('editor', '/items', width)
    await page.waitForSelector('text=敬老卡')
    await look(page, `items-${width}`)
    await page.context().close()
  })
})
