import { serializeSigned } from 'hono/utils/cookie'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SESSION_COOKIE } from '#kernel/identity/door.ts'
import { publishItems } from '#testing/publish-items.ts'
import { createWorld, ORIGIN, type World } from '#testing/world.ts'
import { syntheticIdNumber } from '#testing/world-people.ts'

let world: World
type Who = 'elder' | 'southElder' | 'guardian' | 'unbound' | 'clerk'

beforeAll(async () => {
  world = await createWorld()
  await publishItems(world)
  await world.look(
    `insert into residents.desk (subdistrict_id, during, position, hotline, centre_name, source)
     values ($1, daterange('2016-01-01', null), 1, '12345', '受理中心', '测试')`,
    [world.areas.street],
  )
})
afterAll(() => world.dispose())

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function headersOf(who: Who | null) {
  const secret = world.composition.identity.auth.secret
  const cookie = who ? await serializeSigned(SESSION_COOKIE, world.accounts[who].token, secret) : ''
  return { cookie, host: new URL(ORIGIN).host, origin: ORIGIN }
}

async function visit(who: Who | null, path: string, form?: Record<string, string>): Promise<Response> {
  return world.app.request(`${ORIGIN}${path}`, {
    headers: {
      ...(await headersOf(who)),
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(form ? { method: 'POST', body: new URLSearchParams(form).toString() } : {}),
  })
}
const page = async (who: Who | null, path: string, form?: Record<string, string>) =>
  (await visit(who, path, form)).text()
const goes = async (who: Who, path: string, form: Record<string, string>) =>
  (await visit(who, path, form)).headers.get('location')

const apply = '/items/elder-card/apply'
const keyIn = (html: string) => /name="key" value="([^"]+)"/.exec(html)?.[1] as string
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] as string

async function ownCase(who: Who): Promise<string> {
  const found = /\/my\/applications\/([0-9a-f-]{36})/.exec(await page(who, '/my'))
  return found?.[1] as string
}

test('a visitor finds the item, reads where its statements stand, and asks whether it is for him', async () => {
  expect(await page(null, '/')).toContain('测试街道')
  expect(await page(null, '/items?search=老年卡')).toContain('敬老卡申领')
  const guide = await page(null, '/items/elder-card')
  expect(guide).toContain('30 个工作日')
  expect(guide).toContain('待核实')
  const asked = await page(null, '/items/elder-card/may-i', { asked: 'birthDate', birthDate: '1955-03-02' })
  expect(asked).toContain('第 2 题')
  const answers = { asked: 'registeredInCity', birthDate: '1955-03-02', registeredInCity: 'yes' }
  expect(await page(null, '/items/elder-card/may-i', answers)).toContain('您很可能符合条件')
  expect((await visit(null, '/items/no-such-item')).status).toBe(404)
  expect((await visit(null, '/api/no.such')).headers.get('content-type')).toContain('application/problem+json')
})

test('a bound resident applies, is accepted, takes the receipt, withdraws nothing and rates', async () => {
  expect(await goes('elder', apply, { step: 'who', as: 'self' })).toBe(`${apply}?step=form-0`)
  expect(await goes('elder', apply, { step: 'form-0', bank: 'icbc', delivery: 'self' })).toMatch(/form-1|check/)
  await visit('elder', apply, { step: 'form-2' })
  await visit('elder', apply, { step: 'form-1' })
  const check = await page('elder', `${apply}?step=check`)
  expect(check, 'the check page').toContain('提交前请检查一遍')
  const send = () => goes('elder', apply, { step: 'check', declare: 'yes' })
  const answers = await Promise.all([send(), send()])
  expect(answers.filter((to) => to === '/my?note=submitted').length).toBeGreaterThan(0)
  expect(await send()).toBe('/my?note=already')
  expect(await world.look(`select 1 from cases."case"`)).toHaveLength(1)

  const caseId = await ownCase('elder')
  const track = `/my/applications/${caseId}`
  expect(await page('elder', track)).toContain('已提交，待受理')
  expect((await visit('southElder', track)).status).toBe(404)
  expect((await visit('elder', `${track}/receipt.pdf`, {})).status).toBe(404)

  const accepted = await world.send('clerk', 'applications.accept', { caseId, materials: { idCard: 'received' } })
  expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
  const now = await page('elder', track)
  expect(now).toContain('办理中')
  expect(now).toContain('承诺 30 个工作日内办完')
  const receipt = await visit('elder', `${track}/receipt.pdf`, {})
  expect(receipt.headers.get('content-type')).toBe('application/pdf')
  expect(
    Buffer.from(await receipt.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')

  const paper = await visit('clerk', `/receipts/${caseId}.pdf?paper=A4`)
  expect(paper.headers.get('content-type')).toBe('application/pdf')
  expect((await visit('southElder', `/receipts/${caseId}.pdf`)).status).toBe(404)
  expect((await visit(null, `/receipts/${caseId}.pdf`)).status).toBe(401)

  const urged = { change: 'urge', key: keyIn(now), version: versionIn(now), urgeText: '请快一点' }
  expect(await goes('elder', track, urged)).toBe(`${track}?note=done`)
  const opened = await world.send('clerk', 'applications.open', { caseId })
  const step = { caseId, stepId: opened.body.steps.find((one: { state: string }) => one.state === 'open').id }
  await world.send('clerk', 'applications.recordExternal', { ...step, foreignStatus: '已制卡' })
  await world.send('clerk', 'applications.conclude', { caseId })
  const done = await page('elder', track)
  expect(done).toContain('给这次服务打分')
  const rating = { change: 'rate', key: keyIn(done), version: versionIn(done), score: '5' }
  expect(await goes('elder', track, rating)).toBe(`${track}?note=done`)
  expect(await page('elder', track)).toContain('您的评价：非常满意')
  expect(await page('elder', '/my/looked')).toContain('受理申请')
})

test('a correction is told with its reasons and answered once', async () => {
  const steps: Record<string, string>[] = [
    { step: 'who', as: 'self' },
    { step: 'form-0', bank: 'icbc', delivery: 'self' },
    { step: 'form-1' },
    { step: 'form-2' },
  ]
  for (const step of steps) await visit('southElder', apply, step)
  expect(await goes('southElder', apply, { step: 'check', declare: 'yes' })).toBe('/my?note=submitted')
  const caseId = await ownCase('southElder')
  const track = `/my/applications/${caseId}`
  const asked = { caseId, missing: [{ key: 'idCard', why: '照片看不清' }] }
  const requested = await world.send('clerk', 'applications.requestCorrection', asked)
  expect(requested.status, JSON.stringify(requested.body)).toBe(200)
  const html = await page('southElder', track)
  expect(html).toContain('照片看不清')
  const answer = { change: 'answerCorrection', key: keyIn(html), version: versionIn(html), brought: 'idCard' }
  expect(await goes('southElder', track, answer)).toBe(`${track}?note=done`)
  expect(await goes('southElder', track, answer)).toBe(`${track}?note=done`)
  expect(await page('southElder', track)).toContain('收到补正')
})

test('a material is uploaded inside the form, is seen by both sides and by nobody else', async () => {
  const caseId = await ownCase('southElder')
  const track = `/my/applications/${caseId}`
  await world.send('clerk', 'applications.requestCorrection', { caseId, missing: [{ key: 'idCard', why: '请补照片' }] })
  const html = await page('southElder', track)
  const send = async (content: Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    for (const [name, value] of [
      ['change', 'answerCorrection'],
      ['key', keyIn(html)],
      ['version', versionIn(html)],
    ] as const)
      form.set(name, value)
    form.set('file-idCard', new File([content], '身份证.png', { type: 'image/png' }))
    return world.app.request(ORIGIN + track, { method: 'POST', body: form, headers: await headersOf('southElder') })
  }
  const refused = await send(new TextEncoder().encode('MZ not a picture'))
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('只收 PDF、PNG 和 JPEG 文件')
  const sent = await send(new Uint8Array(Buffer.from(pixel, 'base64')))
  expect(sent.status, await sent.text()).toBe(303)
  const file = /\/api\/files\/[0-9a-f-]{36}/.exec(await page('southElder', track))?.[0] as string
  expect((await visit('southElder', file)).status).toBe(200)
  expect((await visit('clerk', file)).status).toBe(200)
  expect((await visit('elder', file)).status).toBe(404)
})

test('a phone that is bound to nobody applies with a name and a number, and cannot act for another', async () => {
  const who = await page('unbound', apply)
  expect(who).toContain('替别人办之前，要先在窗口核对您自己的身份证件')
  const own = { step: 'identity', ownName: '王䶮', ownIdNumber: syntheticIdNumber('1950-01-02', 12) }
  expect(await goes('unbound', apply, own)).toContain('form-0')
  await visit('unbound', apply, { step: 'form-0', bank: 'icbc', delivery: 'self' })
  await visit('unbound', apply, { step: 'form-1', contactPhone: '13800000000' })
  await visit('unbound', apply, { step: 'form-2', contactPhone: '13800000000' })
  const sent = await visit('unbound', apply, { step: 'check', declare: 'yes' })
  expect(sent.headers.get('location'), await sent.text()).toBe('/my?note=submitted')
  expect(await page('unbound', '/my')).toContain('敬老卡申领')
  expect(await page('unbound', '/my/data')).toContain('先核对身份')
})

test('an agent who is identified himself applies for somebody', async () => {
  expect(await goes('guardian', apply, { step: 'who', as: 'agent' })).toContain('identity')
  const principal = { principalName: '赵䶮', principalIdNumber: world.people.outsider.idNumber, relation: '邻居' }
  expect(await goes('guardian', apply, { step: 'identity', ...principal })).toContain('form-0')
  const kept = await page('guardian', `${apply}?step=identity`)
  expect(kept).not.toContain(world.people.outsider.idNumber)
})

test('the binding code is shown to be read at the window; a clerk’s session is a visitor here', async () => {
  expect(await page('unbound', '/my/binding', { do: 'show' })).toMatch(/\d{4} \d{4}/)
  expect((await visit('clerk', '/my')).headers.get('location')).toContain('/sign-in')
  expect((await visit('unbound', '/my/messages')).status).toBe(200)
})
