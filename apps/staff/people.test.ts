import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptedCase } from '#testing/applications.ts'
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
  await page.waitForTimeout(350)
  await lookAtPage(page, `staff-${name}`)
}

async function find(page: Page, typed: string): Promise<void> {
  await page.fill('[role=combobox]', typed)
  await page.waitForSelector('[role=option]')
  await page.click('[role=option]')
}

test.each([1440, 390])(
  'a record opens after its reason was typed, masked, and shows one number at a time, at %i',
  { timeout },
  async (width) => {
    const { elder } = world.people
    const page = await staff.open('northWorker', '/people', width)
    await look(page, `people-${width}`)
    await find(page, 'zdm')
    await page.waitForSelector('#purpose')
    await page.fill('#purpose', '看一看')
    expect(await page.isDisabled('.ant-drawer button[type=submit]')).toBe(true)
    await look(page, `people-purpose-${width}`)
    await page.fill('#purpose', '上门核对住址')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.record')
    expect(await page.textContent('.record')).not.toContain(elder.idNumber)
    expect(await page.textContent('.record')).not.toContain(elder.phone)
    await look(page, `people-record-${width}`)
    await page.click('text=显示电话')
    await page.waitForSelector(`text=${elder.phone}`)
    expect(await page.textContent('.record')).not.toContain(elder.idNumber)
    await page.keyboard.press('Escape')
    await page.waitForSelector('.record', { state: 'detached' })
    await page.context().close()
  },
)

test('the clerk opens the applicant’s record from the case, which is its purpose', { timeout }, async () => {
  const caseId = await acceptedCase(world)
  const page = await staff.open('clerk', `/cases/${caseId}`)
  await page.click('text=查看档案')
  await page.waitForSelector('.record >> text=敬老卡申领')
  await look(page, 'people-from-case')
  const [entry] = await world.look<{ case_id: string }>(
    `select case_id from audit.entry where verb = 'people.open' and case_id is not null`,
  )
  expect(entry!.case_id).toBe(caseId)
  await page.context().close()
})

test('the clerk opens a record from the window without losing whom she serves', { timeout }, async () => {
  const page = await staff.open('clerk', '/window')
  await find(page, '欧阳')
  await page.click('text=查看档案')
  await page.waitForSelector('#purpose')
  await page.keyboard.press('Escape')
  await page.waitForSelector('#purpose', { state: 'detached' })
  await page.waitForSelector('.items button')
  await page.context().close()
})

test('a minor’s record is asked for, agreed to by the supervisor, and then opened', { timeout }, async () => {
  const worker = await staff.open('northWorker', '/people')
  await find(worker, '李小宝')
  await worker.fill('#purpose', '困境儿童走访')
  await worker.keyboard.press('Enter')
  await worker.waitForSelector('text=此人未成年')
  await look(worker, 'people-minor')
  await worker.click('.ant-drawer button[type=submit]')
  await worker.waitForSelector('text=已提交申请')

  const supervisor = await staff.open('supervisor', '/minor-files', 390)
  await supervisor.waitForSelector('text=困境儿童走访')
  await look(supervisor, 'minor-files-390')
  await supervisor.click('text=批准 >> nth=-2')
  await supervisor.waitForSelector('text=已批准')
  await supervisor.context().close()

  await worker.reload()
  await worker.click('.card >> text=李小宝')
  await worker.fill('#purpose', '困境儿童走访')
  await worker.keyboard.press('Enter')
  await worker.waitForSelector('.record >> text=李晓燕')
  await look(worker, 'people-minor-record')
  await worker.context().close()
})

test('another street’s supervisor has no request to decide on', { timeout }, async () => {
  const page = await staff.open('foreignSupervisor', '/minor-files')
  await page.waitForSelector('.state-view')
  expect(await page.textContent('main')).not.toContain('李小宝')
  await look(page, 'minor-files-empty')
  await page.context().close()
})
