import { createCast } from './cast.ts'
import { fingerprint, fire, wrongWith } from './judge.ts'
import { allProbes, type Probe } from './probes.ts'

export interface Outcome {
  fired: number
  possible: number
  policyOff: number
  /** How often each of the four answers was expected, so that a run that asks only for refusals shows. */
  expected: Record<string, number>
  wrong: string[]
}

/** Fires `wanted` probes, drawn by seed, and looks after each few whether a refused call has left a trace. */
export async function runMatrix(
  wanted: number,
  seed: number,
  options: { spoil?: (probe: Probe) => Probe; at?: string } = {},
): Promise<Outcome> {
  const cast = await createCast()
  const { world } = cast
  if (options.at) world.clock.set(options.at)
  try {
    const all = await allProbes(cast)
    const probes = drawn(all, wanted, seed).map((probe) => options.spoil?.(probe) ?? probe)
    const wrong: string[] = []
    let before = await fingerprint(world)
    for (let from = 0; from < probes.length; from += 50) {
      const some = probes.slice(from, from + 50)
      for (const probe of some) {
        const reply = await fire(world, probe)
        for (const what of wrongWith(cast, probe, reply))
          wrong.push(`${told(probe)} → ${reply.status} ${reply.body.code ?? ''}: ${what}`)
      }
      const after = await fingerprint(world)
      if (after !== before) wrong.push(`something changed among:\n    ${some.map(told).join('\n    ')}`)
      before = after
    }
    const expected: Record<string, number> = {}
    for (const probe of probes) expected[probe.expected] = (expected[probe.expected] ?? 0) + 1
    return {
      fired: probes.length,
      possible: all.length,
      policyOff: probes.filter((probe) => probe.policyOff).length,
      expected,
      wrong,
    }
  } finally {
    await world.dispose()
  }
}

const told = (probe: Probe) =>
  `${probe.operation} by ${probe.who ?? 'nobody'} (${probe.relation}, ${probe.expected}${probe.fits ? '' : ', out of season'}${probe.policyOff ? ', policy off' : ''}) on ${probe.about || 'nothing'}`

/** A shuffle by seed; small numbers still meet every operation, because each gives its share. */
export function drawn<T extends { operation: string }>(all: T[], wanted: number, seed: number): T[] {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const byOperation = new Map<string, T[]>()
  for (const one of all) byOperation.set(one.operation, [...(byOperation.get(one.operation) ?? []), one])
  for (const list of byOperation.values()) {
    for (let n = list.length - 1; n > 0; n--) {
      const other = Math.floor(next() * (n + 1))
      ;[list[n], list[other]] = [list[other]!, list[n]!]
    }
  }
  const chosen: T[] = []
  while (chosen.length < wanted && byOperation.size > 0) {
    for (const [operation, list] of byOperation) {
      const one = list.pop()
      if (one && chosen.length < wanted) chosen.push(one)
      else byOperation.delete(operation)
    }
  }
  return chosen
}
