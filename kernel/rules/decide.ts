import { askAtom, type Finding, type Outcome } from './ask-atom.ts'
import { type Condition, factName } from './condition.ts'
import { type Facts, lookUp } from './facts.ts'

/** Kleene's three-valued logic: an unknown part decides nothing unless the other part decides alone. */
export function decide(condition: Condition, facts: Facts, bound: ReadonlyMap<string, string> = new Map()): Finding {
  switch (condition.kind) {
    case 'atom':
      return askAtom(condition, facts, bound)
    case 'and':
    case 'or':
      return join(condition.kind === 'and' ? 'unmet' : 'met', [
        decide(condition.left, facts, bound),
        decide(condition.right, facts, bound),
      ])
    case 'not':
      return negate(decide(condition.of, facts, bound))
    case 'if':
      return decideIf(condition, facts, bound)
    case 'some':
    case 'every':
      return decideEach(condition, facts, bound)
  }
}

/** `decisive` ends the matter wherever it appears; all others must agree on its opposite. */
export function join(decisive: 'met' | 'unmet', findings: Finding[]): Finding {
  if (findings.some((finding) => finding.outcome === decisive)) return { outcome: decisive, missing: [] }
  const missing = [...new Set(findings.flatMap((finding) => finding.missing))]
  const unknown = findings.some((finding) => finding.outcome === 'unknown')
  const opposite: Outcome = decisive === 'met' ? 'unmet' : 'met'
  return { outcome: unknown ? 'unknown' : opposite, missing: unknown ? missing : [] }
}

function negate({ outcome, missing }: Finding): Finding {
  return { outcome: outcome === 'met' ? 'unmet' : outcome === 'unmet' ? 'met' : 'unknown', missing }
}

/** When the question is open, an answer that both branches share stands. */
function decideIf(condition: Condition & { kind: 'if' }, facts: Facts, bound: ReadonlyMap<string, string>): Finding {
  const when = decide(condition.when, facts, bound)
  if (when.outcome === 'met') return decide(condition.yes, facts, bound)
  if (when.outcome === 'unmet') return decide(condition.no, facts, bound)
  const [yes, no] = [decide(condition.yes, facts, bound), decide(condition.no, facts, bound)]
  if (yes.outcome === no.outcome && yes.outcome !== 'unknown') return yes
  return { outcome: 'unknown', missing: [...new Set([...when.missing, ...yes.missing, ...no.missing])] }
}

function decideEach(
  condition: Condition & { kind: 'some' | 'every' },
  facts: Facts,
  bound: ReadonlyMap<string, string>,
): Finding {
  const reference = condition.list.references[0]!
  const name = factName(reference, bound)
  const { value } = lookUp(facts, reference)
  if (!Array.isArray(value)) return { outcome: 'unknown', missing: [name] }
  const inner = new Map(bound).set(condition.name, name)
  const findings = value.map((item) => decide(condition.test, { ...facts, [condition.name]: item }, inner))
  return join(condition.kind === 'some' ? 'met' : 'unmet', findings)
}
