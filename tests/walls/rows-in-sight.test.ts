import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonName } from '#testing/world-people.ts'
import type { AccountName } from '#testing/world-posts.ts'
import { type Cast, createCast } from './cast.ts'
import { everybody } from './probes.ts'
import { channelOf, seesCase, seesPerson } from './relation.ts'

const ofCases = ['cases."case"', 'cases.event', 'cases.step', 'cases.clock', 'cases.note', 'applications.application']
const ofPersons = ['registry.person', 'registry.person_search_key', 'registry.person_phone', 'registry.residency']

let cast: Cast
let client: pg.Client
beforeAll(async () => {
  cast = await createCast()
  client = new pg.Client({ connectionString: cast.world.database.urls.web })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await cast.world.dispose()
})

/** What one finds who speaks to the database itself, past every line of the application. */
async function found(who: AccountName | null, table: string, column: string): Promise<string[]> {
  await client.query('begin')
  const sessionId = who ? cast.world.accounts[who].sessionId : ''
  await client.query(`select set_config('linli.session', $1, true)`, [sessionId])
  const { rows } = await client.query<{ id: string }>(`select distinct ${column} as id from ${table}`)
  await client.query('rollback')
  return rows.map((row) => row.id)
}

describe('raw SQL as everybody', () => {
  test('finds the cases that the cast says are in sight, and no row of another', async () => {
    const wrong: string[] = []
    for (const who of everybody) {
      for (const table of ofCases) {
        const ids = await found(who, table, table === 'cases."case"' ? 'id' : 'case_id')
        for (const one of cast.cases) {
          const there = ids.includes(one.id)
          const sees = seesCase(who, one)
          // A case has its row and its events; a step, a clock or a note it may not have yet.
          const mustBe = sees && ['cases."case"', 'cases.event', 'applications.application'].includes(table)
          if ((there && !sees) || (mustBe && !there))
            wrong.push(`${who ?? 'nobody'} ${there ? 'finds' : 'misses'} "${one.name}" in ${table}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  test('finds the people that the cast says are in sight, and no row of another', async () => {
    const wrong: string[] = []
    let rows = 0
    for (const who of everybody) {
      for (const table of ofPersons) {
        const ids = await found(who, table, table === 'registry.person' ? 'id' : 'person_id')
        rows += ids.length
        for (const [name, person] of Object.entries(cast.world.people) as [PersonName, { id: string }][]) {
          const sees = seesPerson(who, name, cast.cases)
          if (ids.includes(person.id) !== sees)
            wrong.push(`${who ?? 'nobody'} ${sees ? 'misses' : 'finds'} ${name} in ${table}`)
        }
      }
    }
    console.log(
      `rows in sight: ${everybody.length} callers, ${ofCases.length + ofPersons.length} tables, ${rows} people found`,
    )
    expect(wrong).toEqual([])
  })

  test('a setting that an application writes itself opens nothing', async () => {
    const leader = cast.world.accounts.leader
    const forged = [
      ['linli.resolved', `${'0'.repeat(64)}${leader.accountId}staff   {post:streetLeader@${cast.world.areas.street}}`],
      ['linli.job', 'applications.sweep'],
      ['linli.session', leader.accountId],
    ] as const
    for (const [name, value] of forged) {
      await client.query('begin')
      await client.query('select set_config($1, $2, true)', [name, value])
      const { rows } = await client.query('select 1 from cases."case"')
      await client.query('rollback')
      expect(rows, name).toEqual([])
    }
  })

  test('control: the cast tells apart: nobody sees all, most see something', () => {
    const sights = everybody.map((who) => cast.cases.filter((one) => seesCase(who, one)).length)
    expect(Math.max(...sights)).toBeLessThan(cast.cases.length)
    expect(sights.filter((count) => count > 0).length).toBeGreaterThan(10)
    expect(everybody.filter((who) => channelOf(who) === 'staff').length).toBeGreaterThan(15)
  })
})
