import { describe, expect, test } from 'vitest'
import { ageOn, checkCreditCode, checkIdNumber, checkPhone } from '#kernel/registry/door.ts'
import { demoAreas, inventedStreet, referenceStreet } from './demo-areas.ts'
import { demoPopulation } from './demo-population.ts'

const today = '2026-11-24'
const street = demoPopulation({ seed: 1, size: 6_000, today })

describe('the areas of the demo', () => {
  test('are the ten streets and 189 committees of the district, and an invented street', () => {
    const areas = demoAreas()
    const real = areas.filter((area) => area.code?.startsWith('310105'))
    expect(real.filter((area) => area.kind === 'subdistrict')).toHaveLength(10)
    expect(real.filter((area) => area.kind === 'committee')).toHaveLength(189)
    expect(areas.filter((area) => area.kind === 'grid')).toHaveLength(21 * 4 + 3 * 2)
    expect(areas.filter((area) => area.code === inventedStreet)).toHaveLength(1)
    expect(new Set(areas.map((area) => area.id)).size).toBe(areas.length)
  })

  test('name parents before their children', () => {
    const seen = new Set<string | null>([null])
    for (const area of demoAreas()) {
      expect(seen.has(area.parentId)).toBe(true)
      seen.add(area.id)
    }
  })
})

describe('the people of the demo', () => {
  test('are the same for the same seed and others for another', () => {
    expect(demoPopulation({ seed: 1, size: 6_000, today })).toEqual(street)
    expect(demoPopulation({ seed: 2, size: 6_000, today }).persons[0]).not.toEqual(street.persons[0])
  })

  test('have valid numbers that no real person can have, each once and in no other street', () => {
    const other = demoPopulation({ streetCode: inventedStreet, seed: 1, size: 400, today })
    const numbers = [...street.persons, ...other.persons].map((person) => person.idNumber)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const { idNumber, birthOn, sex } of street.persons) {
      expect(checkIdNumber(idNumber, { today })).toEqual({ ok: false, reason: 'syntheticArea' })
      expect(checkIdNumber(idNumber, { today, allowSynthetic: true })).toMatchObject({ ok: true, birthOn, sex })
    }
  })

  test('have phones of a range that no carrier has', () => {
    for (const { number } of street.phones) {
      expect(checkPhone(number)).toMatchObject({ ok: true, kind: 'mobile' })
      expect(number.startsWith('154')).toBe(true)
    }
  })

  test('are as old as the people of Shanghai', () => {
    const ages = street.persons.map((person) => ageOn(person.birthOn, today))
    const share = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length / ages.length
    expect(share(60, 120)).toBeGreaterThan(0.33)
    expect(share(60, 120)).toBeLessThan(0.4)
    expect(share(0, 15)).toBeGreaterThan(0.07)
    expect(share(0, 15)).toBeLessThan(0.14)
  })

  test('live each in a home of the street, and minors have a guardian', () => {
    const homes = new Set(street.houses.dwellings.map((dwelling) => dwelling.id))
    expect(street.residencies.every((residency) => homes.has(residency.dwellingId))).toBe(true)
    expect(new Set(street.houses.dwellings.map((dwelling) => dwelling.addressKey)).size).toBe(homes.size)
    expect(street.guardianships.length).toBeGreaterThan(100)
  })

  test('have organisations with valid credit codes', () => {
    expect(street.organisations.every(({ creditCode }) => checkCreditCode(creditCode).ok)).toBe(true)
  })

  test('belong to the reference street', () => {
    expect(street.streetId).toBe(demoAreas().find((area) => area.code === referenceStreet)?.id)
  })
})
