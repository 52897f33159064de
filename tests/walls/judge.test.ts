import { afterAll, beforeAll, expect, test } from 'vitest'
import { did } from '#testing/applications.ts'
import type { Reply } from '#testing/world.ts'
import { type Cast, createCast } from './cast.ts'
import { fingerprint, wrongWith } from './judge.ts'
import type { Probe } from './probes.ts'

let cast: Cast
beforeAll(async () => {
  cast = await createCast()
})
afterAll(() => cast.world.dispose())

const listed: Probe = {
  ...{ operation: 'applications.inbox', who: 'southWorker', relation: 'own', expected: 'partial', fits: true },
  ...{ about: '', input: {}, policyOff: false },
}
const answered = (body: object): Reply => ({ status: 200, body, headers: new Headers() })

test('an answer that names a case, a person or a number out of sight is noticed', () => {
  const { elder } = cast.world.people
  const [card] = cast.cases
  expect(wrongWith(cast, listed, answered({ rows: [] }))).toEqual([])
  expect(wrongWith(cast, listed, answered({ rows: [{ caseId: card!.id }] }))).toEqual(['an id of "card accepted"'])
  expect(wrongWith(cast, listed, answered({ rows: [{ name: elder.name }] }))).toEqual(['the name of elder'])
  expect(wrongWith(cast, listed, answered({ rows: [{ number: elder.idNumber }] }))).toEqual(['the ID number of elder'])
})

test('one word more in one case changes the fingerprint; a refusal does not', async () => {
  const [card] = cast.cases
  const before = await fingerprint(cast.world)
  await cast.world.send('southElder', 'applications.urge', { caseId: card!.id })
  expect(await fingerprint(cast.world)).toBe(before)
  await did(cast.world, 'elder', 'applications.urge', { caseId: card!.id })
  expect(await fingerprint(cast.world)).not.toBe(before)
})
