import { evaluate, FeelDate, FeelDuration } from 'feelin'
import { type Atom, factName, type Operand } from './condition.ts'
import { type Facts, feelValue, lookUp } from './facts.ts'

export type Outcome = 'met' | 'unmet' | 'unknown'
/** `missing` names the facts that would decide an unknown answer. */
export type Finding = { outcome: Outcome; missing: string[] }

/** Asks feelin, but only when every fact is known and of the type that the comparison needs. */
export function askAtom(atom: Atom, facts: Facts, bound: ReadonlyMap<string, string>): Finding {
  const missing = atom.references.filter((reference) => !lookUp(facts, reference).known)
  if (missing.length > 0) return { outcome: 'unknown', missing: missing.map((reference) => factName(reference, bound)) }

  const context: Record<string, unknown> = {}
  for (const [root] of atom.references) context[root!] = feelValue(facts[root!])
  const undecided = () => ({
    outcome: 'unknown' as const,
    missing: atom.references.map((reference) => factName(reference, bound)).filter((name) => name !== 'on'),
  })
  if (!comparable(atom, facts, context)) return undecided()
  const { value } = evaluate(atom.text, context)
  if (typeof value !== 'boolean') return undecided()
  return { outcome: value ? 'met' : 'unmet', missing: [] }
}

function comparable(atom: Atom, facts: Facts, context: Record<string, unknown>): boolean {
  const values = atom.operands.map((operand) => operandValue(operand, facts, context))
  const [first, ...others] = values
  const type = typeOf(first)
  if (atom.operands.length === 0) return true
  // Only what has an order may be ordered, and nothing else may be compared with it.
  if (type === 'none' || (atom.ordered && !['number', 'date', 'duration'].includes(type))) return false
  return others.every((other) => (Array.isArray(other) ? other : [other]).every((value) => typeOf(value) === type))
}

function operandValue(operand: Operand, facts: Facts, context: Record<string, unknown>): unknown {
  if ('constant' in operand) return operand.constant
  if (operand.reference) return feelValue(lookUp(facts, operand.reference).value)
  return evaluate(operand.text, context).value
}

function typeOf(value: unknown): 'number' | 'string' | 'boolean' | 'date' | 'duration' | 'none' {
  if (typeof value === 'number') return Number.isFinite(value) ? 'number' : 'none'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  if (value instanceof FeelDate) return 'date'
  return value instanceof FeelDuration ? 'duration' : 'none'
}
