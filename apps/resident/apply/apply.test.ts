import { beforeEach, expect, test } from 'vitest'
import { type SamplePages, samplePages } from '#testing/sample-resident-pages.ts'
import { syntheticId } from '#testing/synthetic-id.ts'

let pages: SamplePages
beforeEach(() => {
  pages = samplePages()
})

const textOf = async (response: Promise<Response>) => (await response).text()

async function fillIn(as: string): Promise<Response> {
  const send = (form: Record<string, string>) => pages.visit('/items/elder-card/apply', { as, form })
  expect((await send({ step: 'who', as: 'agent' })).headers.get('location')).toContain('step=identity')
  const identity = {
    step: 'identity',
    ownName: '李䶮',
    ownIdNumber: '310999195804011213',
    principalName: '余昊',
    principalIdNumber: '310999195804011213',
    relation: '邻居',
  }
  expect(await textOf(send({ ...identity, ownIdNumber: '310999195804011210' }))).toContain('身份证号码不对')
  const known = {
    ...identity,
    ownIdNumber: syntheticId('1958-04-01', 121),
    principalIdNumber: syntheticId('1950-01-02', 12),
  }
  expect((await send(known)).headers.get('location')).toContain('step=form-0')
  expect(await textOf(send({ step: 'form-0', byAgent: 'true' }))).toContain('href="#bank"')
  const bank = { step: 'form-0', bank: 'icbc', byAgent: 'true' }
  expect((await send(bank)).headers.get('location')).toContain('step=form-1')
  return send({ step: 'form-1', collector: '余昊', phone: '13800000000' })
}

test('an agent applies with his own identity; a double click has one effect', async () => {
  expect((await fillIn('phone')).headers.get('location')).toContain('step=check')
  const check = await pages.page('/items/elder-card/apply', { as: 'phone' })
  expect(check).toContain('李䶮')
  expect(check).toContain('工商银行')
  expect(check).not.toMatch(/\d{17}[\dX]/)
  const undeclared = await pages.page('/items/elder-card/apply', { as: 'phone', form: { step: 'check' } })
  expect(undeclared).toContain('提交前请勾选这一项')
  const submit = () => pages.visit('/items/elder-card/apply', { as: 'phone', form: { step: 'check', declare: 'yes' } })
  const answers = [...(await Promise.all([submit(), submit()])), await submit()]
  for (const answer of answers) expect(answer.headers.get('location')).toMatch(/^\/my\?note=(submitted|already)$/)
  expect(pages.street.submissions).toHaveLength(1)
})

test('nobody jumps over an open step, and what was filled in stays', async () => {
  await pages.visit('/items/elder-card/apply', { as: 'phone', form: { step: 'who', as: 'self' } })
  const html = await pages.page('/items/elder-card/apply?step=check', { as: 'phone' })
  expect(html).toContain('您的身份')
  expect(html).toContain('窗口核对')
})
