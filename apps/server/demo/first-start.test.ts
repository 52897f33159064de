import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { withConnection } from '#platform/db/connect.ts'
import { linliCommand, type StartedLinli, startLinli } from '#testing/start-linli.ts'
import { SUPERUSER } from '../postgres/create-cluster.ts'
import { readPostmaster } from '../postgres/postmaster.ts'
import { freePort } from '../postgres/run-postgres.ts'
import { readSecrets } from '../postgres/secrets.ts'

let folder: string
let origin: string
let env: Record<string, string>
let server: StartedLinli | undefined

interface Accounts {
  staff: { role: string; staffNumber: string; password: string; totpSecret: string }[]
  residents: { phone: string; note: string }[]
  machines: { clientId: string; secret: string }[]
}
const get = async <T>(route: string) => (await (await fetch(`${origin}${route}`)).json()) as T
const post = (name: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${origin}/api/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin, ...headers },
  })
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linli-first-'))
  const port = await freePort()
  origin = `http://localhost:${port}`
  env = { LINLI_DATA: path.join(folder, 'data'), LINLI_SCALE: '400', PORT: String(port) }
  // Killed while applications are being made: half a demo lies there.
  const killed = startLinli(env)
  await vi.waitFor(() => expect(killed.output()).toContain('演示办件'), { timeout: 60_000, interval: 20 })
  killed.child.kill('SIGKILL')
  await killed.exit
  server = startLinli(env)
  await server.ready
}, 120_000)
afterAll(async () => {
  server?.child.kill('SIGTERM')
  await server?.exit
  await rm(folder, { recursive: true, force: true })
})

describe('a demo whose first start was killed half way', () => {
  test('is whole after the next start', async () => {
    expect(server!.output()).toContain('applications by the actions')
    expect(await get('/health/ready')).toMatchObject({ ready: true, checks: { demo: 'ok' } })
    const metrics = await (await fetch(`${origin}/metrics`)).text()
    expect(metrics).toMatch(/linli_open_cases\{type="application",state="accepted"\} \d+/)
    expect(metrics).toMatch(/linli_open_cases\{type="remedy",state="open"\} \d+/)
    expect(metrics).toMatch(/linli_pool_connections\{login="auth",state="waiting"\} 0/)
  })

  test('lets a visitor in as staff, as resident and as machine, with what it publishes', async () => {
    const { staff, residents, machines } = await get<Accounts>('/api/demo.accounts')
    for (const role of ['windowClerk', 'committeeWorker', 'departmentApprover', 'districtOfficer', 'auditAdmin'])
      expect(staff.map((one) => one.role)).toContain(role)
    const clerk = staff.find((one) => one.role === 'windowClerk')!
    const first = await post('identity.signInStaff', { staffNumber: clerk.staffNumber, password: clerk.password })
    expect(first.status).toBe(200)
    const { code } = await get<{ code: string }>(`/api/demo.totp?staffNumber=${clerk.staffNumber}`)
    const second = await post('identity.verifyTotp', { code }, { cookie: cookiesOf(first) })
    expect(second.status).toBe(200)
    expect((await fetch(`${origin}/api/demo.totp?staffNumber=NOBODY`)).status).toBe(404)

    for (const note of [/70 岁以上/, /监护人/, /尚未核验身份/, /待受理/, /差评整改/])
      expect(
        residents.some((one) => note.test(one.note)),
        String(note),
      ).toBe(true)
    const { phone } = residents[0]!
    const asked = await post('identity.requestCode', { phone })
    const { messages } = await get<{ messages: { address: string; body: string }[] }>('/api/demo.messages')
    const sent = /\d{6}/.exec(messages.find((one) => one.address === phone)!.body)![0]
    const entered = await post('identity.signInResident', { phone, code: sent }, { cookie: cookiesOf(asked) })
    expect(entered.status).toBe(200)

    const { clientId, secret } = machines[0]!
    expect((await post('identity.signInMachine', { clientId, secret })).status).toBe(200)
  })

  test('shows a hint on the sign-in page of the workbench', async () => {
    expect(await (await fetch(`${origin}/staff`)).text()).toContain('<html data-demo')
  })

  test('has a whole audit; one changed entry is found, and the command says so by its exit code', async () => {
    const whole = linliCommand(env, 'verify-audit')
    expect(await whole.exit, whole.output()).toBe(0)
    const postmaster = (await readPostmaster(path.join(folder, 'data/postgres')))!
    const { superuser } = await readSecrets(path.join(folder, 'data-keys'))
    const url = `postgres://${SUPERUSER}:${superuser}@127.0.0.1:${postmaster.port}/linli`
    await withConnection(url, async (client) => {
      await client.query('alter table audit.entry disable trigger user')
      const { rowCount } = await client.query(
        `update audit.entry set verb = 'applications.seen' where id = (select id from audit.entry order by id limit 1)`,
      )
      expect(rowCount).toBe(1)
    })
    const changed = linliCommand(env, 'verify-audit')
    expect(await changed.exit, changed.output()).toBe(1)
    expect(changed.output()).toMatch(/was changed/)
  })
})

test('outside demo mode the addresses of the demo do not exist', { timeout: 60_000 }, async () => {
  const port = await freePort()
  const plain = startLinli({ LINLI_DATA: path.join(folder, 'plain'), LINLI_DEMO: 'false', PORT: String(port) })
  try {
    await plain.ready
    for (const name of ['accounts', 'messages', 'totp'])
      expect((await fetch(`http://localhost:${port}/api/demo.${name}`)).status).toBe(404)
    expect(await (await fetch(`http://localhost:${port}/staff`)).text()).not.toContain('data-demo')
  } finally {
    plain.child.kill('SIGTERM')
    await plain.exit
  }
})

test('a demo is not started as a real street, because its passwords are published', { timeout: 60_000 }, async () => {
  server!.child.kill('SIGTERM')
  await server!.exit
  const other = startLinli({ ...env, LINLI_DEMO: 'false', PORT: String(await freePort()) })
  other.ready.catch(() => undefined)
  expect(await other.exit).toBe(1)
  expect(other.output()).toMatch(/published passwords/)
})
