import { expect, test } from 'vitest'
import { ProblemError } from '#ui/problem.ts'
import { createClient, queryString } from './client.ts'

type Seen = { url: string; init: RequestInit }

function serverThat(...answers: (Response | Error)[]) {
  const seen: Seen[] = []
  const fetch = async (url: unknown, init?: RequestInit) => {
    seen.push({ url: String(url), init: init! })
    const answer = answers[Math.min(seen.length, answers.length) - 1]!
    if (answer instanceof Error) throw answer
    return answer.clone()
  }
  const reached: boolean[] = []
  let signedOut = 0
  const api = createClient({
    language: () => 'zh-CN',
    fetch: fetch as typeof globalThis.fetch,
    wait: async () => {},
    onReach: (yes) => reached.push(yes),
    onSignedOut: () => signedOut++,
  })
  return { api, seen, reached, signedOut: () => signedOut }
}

const header = (seen: Seen | undefined, name: string) => new Headers(seen?.init.headers).get(name)
const problem = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })

test('a write whose answer is lost is sent again under the same key, and its version goes along', async () => {
  const { api, seen, reached } = serverThat(new TypeError('network'), problem(503, {}), Response.json({ caseId: 'c' }))
  await expect(api.act('applications.accept', { a: 1 }, { intent: 'key-1', version: 7 })).resolves.toEqual({
    caseId: 'c',
  })
  expect(seen.map((one) => header(one, 'idempotency-key'))).toEqual(['key-1', 'key-1', 'key-1'])
  expect(header(seen[0], 'if-match')).toBe('"7"')
  expect(reached).toEqual([false, true, true])
})

test('a refusal is never sent again and reads as a typed problem', async () => {
  const { api, seen } = serverThat(
    problem(422, {
      type: 'https://linli/problems/invalid-input',
      title: '填写有误',
      errors: [{ path: ['bank'], message: '请选择' }],
    }),
  )
  const error = (await api.act('applications.accept', {}, { intent: 'k' }).catch((e) => e)) as ProblemError
  expect(error).toBeInstanceOf(ProblemError)
  expect([error.status, error.code, error.title, error.fields.bank, error.uncertain]).toEqual([
    422,
    'invalid-input',
    '填写有误',
    '请选择',
    false,
  ])
  expect(seen).toHaveLength(1)
})

test('a server that answers 500 is not asked again by itself, but the outcome counts as uncertain', async () => {
  const { api, seen } = serverThat(problem(500, { title: '出错了' }))
  const error = (await api.act('x.y', {}, { intent: 'k' }).catch((e) => e)) as ProblemError
  expect(error.uncertain).toBe(true)
  expect(seen).toHaveLength(1)
})

test('personal questions stand in the body and others in the address', async () => {
  const { api, seen } = serverThat(Response.json({}))
  await api.read('registry.find', { query: '310105194001010000' }, { personal: true })
  await api.read('figures.volumes', { from: '2026-01-01', item: undefined }, { personal: false })
  expect(seen[0]!.url).toBe('/api/registry.find')
  expect(seen[0]!.init.body).toContain('310105194001010000')
  expect(seen[1]!.url).toBe('/api/figures.volumes?from=2026-01-01')
})

test('an ended session is told once to the application', async () => {
  const { api, signedOut } = serverThat(problem(401, { title: '请登录' }))
  await api.read('identity.me', {}, { personal: false }).catch(() => {})
  expect(signedOut()).toBe(1)
})

test('lists in an address repeat their name', () => {
  expect(queryString({ state: ['a', 'b'], none: null })).toBe('?state=a&state=b')
})
