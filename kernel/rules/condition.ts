/** A fact as the condition names it, such as ['household', 'income']. */
export type Reference = readonly string[]

/** One side of a comparison. A plain fact or a constant needs no second parse by feelin. */
export type Operand = { text: string; reference: Reference | null; constant?: unknown }

/** A piece of FEEL that is asked of feelin as a whole, once every fact in it is known. */
export type Atom = {
  kind: 'atom'
  text: string
  references: readonly Reference[]
  /** Expressions whose values must be of one type: feelin would answer false, not unknown, to "65" > 5. */
  operands: readonly Operand[]
  ordered: boolean
}

/** The logic of a condition, ours, because an unknown fact must stay unknown and FEEL's `=` and `if` would make it false. */
export type Condition =
  | Atom
  | { kind: 'and' | 'or'; left: Condition; right: Condition }
  | { kind: 'not'; of: Condition }
  | { kind: 'if'; when: Condition; yes: Condition; no: Condition }
  | { kind: 'some' | 'every'; name: string; list: Atom; test: Condition }

/** The facts that a condition asks for, so that a form or an importer can be told what to bring. */
export function factsOf(condition: Condition): string[] {
  return [...new Set(walk(condition, new Map()))]
}

function walk(condition: Condition, bound: ReadonlyMap<string, string>): string[] {
  switch (condition.kind) {
    case 'atom':
      return condition.references.map((reference) => factName(reference, bound)).filter((name) => name !== 'on')
    case 'and':
    case 'or':
      return [...walk(condition.left, bound), ...walk(condition.right, bound)]
    case 'not':
      return walk(condition.of, bound)
    case 'if':
      return [...walk(condition.when, bound), ...walk(condition.yes, bound), ...walk(condition.no, bound)]
    case 'some':
    case 'every': {
      const list = condition.list.references[0]
      const inner = new Map(bound).set(condition.name, list ? factName(list, bound) : condition.name)
      return [...walk(condition.list, bound), ...walk(condition.test, inner)]
    }
  }
}

/** The name to ask for: a quantifier's variable stands for its list, and age is worked out from the day of birth. */
export function factName(reference: Reference, bound: ReadonlyMap<string, string>): string {
  const [root, ...rest] = reference
  const path = [bound.get(root!) ?? root!, ...rest]
  if (path.at(-1) === 'age') path[path.length - 1] = 'birthDate'
  return path.join('.')
}
