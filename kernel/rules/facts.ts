import { parseDate } from 'feelin'
import { ageOn, type Day, isDay } from '#kernel/calendar/door.ts'
import type { Reference } from './condition.ts'
import { factWord } from './feel-subset.ts'

export type FactValue = string | number | boolean | null | undefined | FactValue[] | { [name: string]: FactValue }
/** What is known about the one who asks. A fact that is absent, null or holds an absent part is unknown, never false. */
export type Facts = { readonly [name: string]: FactValue }

/** The facts as of a day: `on` is that day, and whoever has a birthDate has an `age`, always worked out, never typed. */
export function factsAsOf(facts: Facts, on: Day): Facts {
  return { ...(withAge(facts as FactValue, on) as Facts), on }
}

function withAge(value: FactValue, on: Day): FactValue {
  if (Array.isArray(value)) return value.map((item) => withAge(item, on))
  if (value === null || typeof value !== 'object') return value
  const dated = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withAge(item, on)] as const))
  if (!('birthDate' in value)) return dated
  return { ...dated, age: isDay(value.birthDate) ? ageOn(value.birthDate, on) : undefined }
}

export function lookUp(facts: Facts, reference: Reference): { known: boolean; value: FactValue } {
  let value: FactValue = facts as { [name: string]: FactValue }
  for (const name of reference) value = step(value, name)
  return { known: isKnown(value), value }
}

/** A path over a list reads each of its members, as FEEL does. */
function step(value: FactValue, name: string): FactValue {
  if (Array.isArray(value)) return value.map((item) => step(item, name))
  if (value === null || typeof value !== 'object') return undefined
  return Object.hasOwn(value, name) ? value[name] : undefined
}

function isKnown(value: FactValue): boolean {
  if (value === null || value === undefined) return false
  if (typeof value === 'number') return Number.isFinite(value)
  return !Array.isArray(value) || value.every(isKnown)
}

/** Days become FEEL dates; keys that are no plain word are left out, because feelin's grammar would read them as operators. */
export function feelValue(value: FactValue): unknown {
  if (isDay(value)) return parseDate(value)
  if (Array.isArray(value)) return value.map(feelValue)
  if (value === null || value === undefined || typeof value !== 'object') return value ?? null
  const words = Object.entries(value).filter(([name]) => factWord.test(name))
  return Object.fromEntries(words.map(([name, item]) => [name, feelValue(item)]))
}
