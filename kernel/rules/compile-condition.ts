import { evaluate } from 'feelin'
import { isDay } from '#kernel/calendar/door.ts'
import { askAtom } from './ask-atom.ts'
import type { Atom, Condition, Operand, Reference } from './condition.ts'
import { factWord, logicNodes, orderingOperators } from './feel-subset.ts'
import { argumentsOf, functionName, type Node, parseCondition } from './parse-condition.ts'
import { RuleError } from './rule-error.ts'

export type { Condition } from './condition.ts'

/** Turns FEEL text into logic over atoms; throws a RuleError with position and remedy. */
export function compileCondition(source: string): Condition {
  return conditionOf(parseCondition(source), source)
}

function conditionOf(node: Node, source: string): Condition {
  switch (node.name) {
    case 'Conjunction':
    case 'Disjunction': {
      const [left, , right] = node.children
      const kind = node.name === 'Conjunction' ? 'and' : 'or'
      return { kind, left: conditionOf(left!, source), right: conditionOf(right!, source) }
    }
    case 'ParenthesizedExpression':
      return conditionOf(node.children[1]!, source)
    case 'IfExpression': {
      const [, when, , yes, , no] = node.children
      return {
        kind: 'if',
        when: conditionOf(when!, source),
        yes: conditionOf(yes!, source),
        no: conditionOf(no!, source),
      }
    }
    case 'QuantifiedExpression':
      return quantifierOf(node, source)
    case 'FunctionInvocation':
      if (functionName(node) === 'not') return { kind: 'not', of: conditionOf(argumentsOf(node)[0]!, source) }
      if (!functionName(node).endsWith('contains')) throw new RuleError('notACondition', source, node.from, node.to)
      return checked(atomOf(node, containsOperands(node), false, source), node, source)
    case 'Comparison':
      return checked(comparisonOf(node, source), node, source)
    case 'BooleanLiteral':
    case 'VariableName':
    case 'PathExpression':
      return atomOf(node, [], false, source)
    default:
      throw new RuleError('notACondition', source, node.from, node.to)
  }
}

/** `some a in x, b in y satisfies t` is `some a in x satisfies some b in y satisfies t`. */
function quantifierOf(node: Node, source: string): Condition {
  const kind = node.children[0]!.name as 'some' | 'every'
  const pairs = node.children[1]!.children.filter((child) => child.name === 'InExpression')
  let test = conditionOf(node.children[3]!, source)
  for (const pair of pairs.reverse()) {
    const [name, , iteration] = pair.children
    const list = atomOf(iteration!.children[0]!, [], false, source)
    if (list.references.length !== 1) throw new RuleError('factName', source, iteration!.from, iteration!.to)
    test = { kind, name: name!.text, list, test }
  }
  return test
}

function comparisonOf(node: Node, source: string): Atom {
  const [left, operator] = node.children
  if (operator!.name === 'CompareOp') {
    const ordered = orderingOperators.has(operator!.text)
    return atomOf(node, [left!, node.children[2]!], ordered, source)
  }
  if (operator!.name === 'between') {
    return atomOf(node, [left!, node.children[2]!, node.children[4]!], true, source)
  }
  const tests = node.children.slice(2).flatMap(testsOf)
  return atomOf(node, [left!, ...tests], false, source)
}

/** The values that the left side of `in` is compared with. */
function testsOf(node: Node): Node[] {
  const parts = ['PositiveUnaryTests', 'PositiveUnaryTest', 'SimplePositiveUnaryTest', 'Interval', 'List']
  if (parts.includes(node.name)) return node.children.flatMap(testsOf)
  const words = ['(', ')', '[', ']', '..', ',', 'CompareOp']
  return words.includes(node.name) ? [] : [node]
}

function containsOperands(node: Node): Node[] {
  const [whole, part] = argumentsOf(node)
  return [part!, whole!]
}

function atomOf(node: Node, operands: Node[], ordered: boolean, source: string): Atom {
  const references: Reference[] = []
  collect(node, node, references, source)
  const unique = [...new Map(references.map((reference) => [reference.join('.'), reference])).values()]
  return {
    kind: 'atom',
    text: node.text,
    references: unique,
    operands: operands.map((one) => operandOf(one, source)),
    ordered,
  }
}

function operandOf(node: Node, source: string): Operand {
  const references: Reference[] = []
  collect(node, node, references, source)
  if (references.length === 0) return { text: node.text, reference: null, constant: evaluate(node.text).value }
  const plain = node.name === 'VariableName' || node.name === 'PathExpression'
  return { text: node.text, reference: plain ? references[0]! : null }
}

function collect(node: Node, top: Node, into: Reference[], source: string): void {
  if (node !== top && logicNodes.has(node.name)) throw new RuleError('logicInside', source, node.from, node.to)
  if (node.name === 'VariableName' || node.name === 'PathExpression') {
    into.push(referenceOf(node, source))
    return
  }
  if (node.name === 'StringLiteral' && isDay(node.text.slice(1, -1))) {
    throw new RuleError('literal', source, node.from, node.to)
  }
  // Literals of days hold a string, and a function's own name is no fact.
  if (node.name === 'DateTimeLiteral') return
  if (node.name === 'FunctionInvocation' && functionName(node) === 'not') {
    throw new RuleError('logicInside', source, node.from, node.to)
  }
  const children = node.name === 'FunctionInvocation' ? argumentsOf(node) : node.children
  for (const child of children) collect(child, top, into, source)
}

function referenceOf(node: Node, source: string): string[] {
  if (node.name === 'PathExpression') {
    const [target, , name] = node.children
    return [...referenceOf(target!, source), name!.text]
  }
  if (node.name !== 'VariableName' || !factWord.test(node.text))
    throw new RuleError('factName', source, node.from, node.to)
  return [node.text]
}

/** An atom without facts is asked at once: a comparison that can never be decided is a mistake to be told now. */
function checked(atom: Atom, node: Node, source: string): Atom {
  if (atom.references.length === 0 && askAtom(atom, {}, new Map()).outcome === 'unknown') {
    throw new RuleError('constant', source, node.from, node.to)
  }
  return atom
}
