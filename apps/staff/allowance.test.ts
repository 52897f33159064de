import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAtPage } from '#testing/look-at-page.ts'
import { publishItems } from '#testing/publish-items.ts'
import { openStaffBrowser, type StaffBrowser } from '#testing/staff-page.ts'
import { createWorld, type World } from '#testing/world.ts'
import type { AccountName } from '#testing/world-posts.ts'

let world: World
let staff: StaffBrowser
beforeAll(async () => {
  world = await createWorld({ now: new Date().toISOString() })
  await publishItems(world)
  await world.look(
    `insert into residents.desk (subdistrict_id, during, position, hotline, centre_name, source)
     values ($1, daterange('2016-01-01', null), 1, '12345', '受理中心', '测试')`,
    [world.areas.street],
  )
  staff = await openStaffBrowser(world)
}, 120_000)
afterAll(async () => {
  await staff?.close()
  await world.dispose()
})

async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(200)
  await lookAtPage(page, `allowance-${name}`)
}

/** Fills what a page of the application asks, page by page, until it is sent. */
async function apply(page: Page): Promise<void> {
  for (let n = 0; n < 8 && !page.url().includes('note='); n++) {
    await page.evaluate(() => {
      const seen = new Set<string>()
      for (const input of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        'main form input:not([type=hidden]), main form textarea',
      )) {
        const { type, name } = input as HTMLInputElement
        if (type === 'radio') {
          if (!seen.has(name)) (input as HTMLInputElement).checked = true
          seen.add(name)
        } else if (type === 'checkbox') (input as HTMLInputElement).checked = true
        else if (!input.value)
          input.value =
            input.inputMode === 'tel' || /phone/i.test(input.id)
              ? '19900000202'
              : input.tagName === 'TEXTAREA' || /circum/i.test(input.id)
                ? '家人患病，收入减少'
                : '2'
      }
    })
    await look(page, `apply-${n}`)
    await page.click('main form button[type=submit] >> nth=0')
    await page.waitForLoadState('load')
  }
}

/** Opens the case as somebody, fills the form of one act by keyboard and pointer, and sends it. */
async function act(
  as: AccountName,
  caseId: string,
  width: number,
  button: string,
  fill: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await staff.open(as, `/cases/${caseId}`, width)
  await page.waitForSelector('.case-actions button')
  await page.click(`.case-actions button:has-text("${button}")`)
  await page.waitForSelector('main form button[type=submit]')
  await fill(page)
  await look(page, `${as}-${width}`)
  await page.click('main form button[type=submit]')
  await page.waitForSelector('main form button[type=submit]', { state: 'detached' })
  await page.context().close()
}

const agree = (words: string) => async (page: Page) => {
  await page.click('text=同意 >> nth=0')
  await page.fill('#decide-opinion', words)
}
const learnt = (status: string) => async (page: Page) => {
  await page.fill('#foreign-status', status)
  await page.keyboard.press('Tab')
}
const stateOf = async (caseId: string) =>
  (
    await world.look<{ state: string; outcome: string | null }>(
      `select state, outcome from cases."case" where id = $1`,
      [caseId],
    )
  )[0]!

test('低保 goes from a phone through window, committee, means check, notice and district to the rating', {
  timeout: 180_000,
}, async () => {
  const resident = await staff.openResident('guardian', '/items/minimum-living-allowance/apply', 390)
  await apply(resident)
  const [row] = await world.look<{ id: string }>(
    `select id from cases."case" where subject_key = 'minimum-living-allowance'`,
  )
  const caseId = row!.id

  await act('clerk', caseId, 1440, '受理', async (page) => page.click('button:has-text("材料齐全")'))
  expect((await stateOf(caseId)).state).toBe('accepted')
  // Jointly: the committee's visit on a phone, and what the bureau's own system says.
  await act('northWorker', caseId, 390, '签署意见', agree('入户走访，情况属实'))
  await act('approver', caseId, 1440, '登记外部进展', learnt('符合'))
  await act('secondApprover', caseId, 1440, '签署意见', agree('公示期满，无异议'))
  await act('districtOfficer', caseId, 1440, '登记外部进展', learnt('批准'))
  expect(await stateOf(caseId)).toMatchObject({ state: 'decided', outcome: 'approved' })
  await act('clerk', caseId, 1440, '办结', async () => undefined)
  expect((await stateOf(caseId)).state).toBe('concluded')

  await resident.goto(`${staff.origin}/my/applications/${caseId}`)
  await look(resident, 'track')
  await resident.check('input[name=score] >> nth=0')
  await resident.click('text=提交评价')
  expect(await resident.textContent('main')).toContain('您的评价：非常满意')
  for (const [who, path] of [
    ['southWorker', '/inbox?view=all'],
    ['otherClerk', '/inbox?view=claimable'],
    ['foreignLeader', '/inbox?view=all'],
  ] as const) {
    const page = await staff.open(who, path)
    await page.waitForSelector('.state-view, .data-open')
    expect(await page.locator('.data-open').count(), who).toBe(0)
    await page.context().close()
  }
})
