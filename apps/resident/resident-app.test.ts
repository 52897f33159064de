import { beforeEach, expect, test } from 'vitest'
import { type SamplePages, samplePages } from '#testing/sample-resident-pages.ts'
import { styleSheet } from './style-sheet.ts'

let pages: SamplePages
beforeEach(() => {
  pages = samplePages()
})

test('the sheet is found under its hash, is kept for a year and needs no CSS variable', async () => {
  const sheet = await pages.visit(styleSheet.path)
  expect(sheet.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(await sheet.text()).not.toMatch(/var\(/)
})

test('a page carries no script and its policy allows none', async () => {
  const home = await pages.visit('/')
  expect(home.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(home.headers.get('content-security-policy')).not.toContain('script-src')
  const html = await home.text()
  expect(html).not.toMatch(/<script|javascript:| on\w+=| style=/)
})

test('the language follows the browser, and the own choice wins', async () => {
  expect(await pages.page('/', { headers: { 'accept-language': 'en' } })).toContain('What do you need to do?')
  const chosen = { 'accept-language': 'en', cookie: 'linli-language=zh-Hant' }
  expect(await pages.page('/', { headers: chosen })).toContain('您想辦什麼事')
  const choice = await pages.visit('/choose?language=en&back=//evil.example')
  expect(choice.headers.get('location')).toBe('/')
  expect(choice.headers.get('set-cookie')).toContain('linli-language=en')
})

test('names and content are never converted to traditional script', async () => {
  const html = await pages.page('/my/data', {
    as: 'bound',
    headers: { cookie: 'linli-language=zh-Hant; sample-session=bound' },
  })
  expect(html).toContain('余昊')
  expect(html).not.toContain('餘昊')
})

test('each statement of a guide says where it stands', async () => {
  const html = await pages.page('/items/elder-card')
  expect(html).toContain('本街道设定')
  expect(html).toContain('待核实')
  expect(html).toContain('出处：办事指南（示例）')
})

test('may-i asks one question after another, keeps answers out of the address and gives reasons', async () => {
  const form = { asked: 'birthDate', birthDate: '1958-04-01' }
  expect(await pages.page('/items/elder-card/may-i')).toContain('第 1 题，共 2 题')
  expect(await pages.page('/items/elder-card/may-i', { form: { asked: 'birthDate' } })).toContain('请先回答这个问题')
  expect(await pages.page('/items/elder-card/may-i', { form })).toContain('第 2 题，共 2 题')
  const answered = await pages.page('/items/elder-card/may-i', { form: { ...form, registeredInCity: 'yes' } })
  expect(answered).toContain('您很可能符合条件')
  expect(answered).toContain('已满 65 周岁')
})

test('signing in takes a phone and a code, and leads back to where one wanted to go', async () => {
  const first = await pages.visit('/my')
  expect(first.headers.get('location')).toBe('/sign-in?back=%2Fmy')
  expect(await pages.page('/sign-in', { form: { phone: '123' } })).toContain('请填写 11 位手机号码')
  const sent = await pages.page('/sign-in', { form: { phone: '+86 138 0000 0000', back: '/my' } })
  expect(sent).toContain('本次验证码是 123456')
  const code = { step: 'code', phone: '13800000000', back: '/my' }
  expect(await pages.page('/sign-in', { form: { ...code, code: '000000' } })).toContain('验证码不对')
  const entered = await pages.visit('/sign-in', { form: { ...code, code: '123456' } })
  expect(entered.status).toBe(303)
  expect(entered.headers.get('location')).toBe('/my')
  expect(entered.headers.get('set-cookie')).toContain('HttpOnly')
})

test('a form from another site changes nothing', async () => {
  const form = { change: 'urge', version: '3', key: 'k' }
  const foreign = await pages.visit('/my/applications/a1', {
    as: 'phone',
    form,
    headers: { origin: 'https://evil.example' },
  })
  expect(foreign.status).toBe(403)
  expect(pages.street.changes).toHaveLength(0)
})

test('a matter shows its state, who has it and the next step, and takes a correction once', async () => {
  const html = await pages.page('/my/applications/a1', { as: 'phone' })
  expect(html).toContain('等您补正')
  expect(html).toContain('已用 8 个工作日')
  const form = { change: 'answerCorrection', version: '3', key: 'k', correctionText: '已补上' }
  expect((await pages.visit('/my/applications/a1', { as: 'phone', form })).status).toBe(303)
  expect((await pages.visit('/my/applications/a1', { as: 'phone', form })).status).toBe(409)
  expect(pages.street.changes).toHaveLength(1)
})

test('a rating needs a choice, and withdrawing needs a second thought', async () => {
  const rate = { change: 'rate', version: '7', key: 'k' }
  expect((await pages.visit('/my/applications/a2', { as: 'phone', form: rate })).status).toBe(422)
  expect((await pages.visit('/my/applications/a2', { as: 'phone', form: { ...rate, score: '5' } })).status).toBe(303)
  const withdraw = { change: 'withdraw', version: '3', key: 'k' }
  expect(await pages.page('/my/applications/a1', { as: 'phone', form: withdraw })).toContain('确定要撤回，请先勾选')
})

test('a phone alone opens no personal file', async () => {
  expect(await pages.page('/my/data', { as: 'phone' })).toContain('先核对身份，才能看这一页')
  expect(await pages.page('/my/looked', { as: 'phone' })).not.toContain('打开完整档案')
  const own = await pages.visit('/my/data', { as: 'bound' })
  expect(own.headers.get('cache-control')).toBe('no-store')
  expect(await own.text()).toContain('公安人口')
  const reveal = { person: 'p1', field: 'phones' }
  const shown = await pages.visit('/my/data', { as: 'bound', form: reveal })
  expect(shown.headers.get('cache-control')).toBe('no-store')
  expect(await shown.text()).toContain('13800000000')
  expect(await pages.page('/my/data', { as: 'bound', form: { ...reveal, person: 'p2' } })).not.toContain('13800000000')
})

test('anybody may verify a receipt and learns nothing about a person', async () => {
  expect(await pages.page('/verify/genuine')).toContain('这份回执是真的')
  expect((await pages.visit('/verify/false')).status).toBe(404)
})

test('a guide is drawn once for a rush of strangers, and never kept for or from somebody who is signed in', async () => {
  let drawn = 0
  const { item } = pages.street.api
  pages.street.api.item = (caller, slug) => {
    drawn += 1
    return item(caller, slug)
  }
  const first = await pages.page('/items/elder-card')
  expect(await pages.page('/items/elder-card')).toBe(first)
  expect(drawn).toBe(1)
  const own = await pages.page('/items/elder-card', { as: 'bound' })
  expect(own).toContain('退出登录')
  expect(await pages.page('/items/elder-card')).not.toContain('退出登录')
  expect(await pages.page('/items/elder-card', { headers: { 'accept-language': 'en' } })).toContain('Apply now')
  expect(drawn).toBe(3)
})

test('failures have plain pages, and what broke is reported', async () => {
  expect((await pages.visit('/nowhere')).status).toBe(404)
  expect((await pages.visit('/items/none')).status).toBe(404)
  pages.street.api.items = async () => {
    throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })
  }
  const away = await pages.visit('/items')
  expect(away.status).toBe(503)
  expect(await away.text()).toContain('暂时连不上')
  pages.street.api.items = async () => {
    throw new Error('broken')
  }
  expect((await pages.visit('/items')).status).toBe(500)
  expect(pages.errors).toHaveLength(2)
})
