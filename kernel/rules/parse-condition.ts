import { evaluate, parseExpression } from 'feelin'
import { allowedFunctions, allowedNodes, allowedOperators, deepest, factWord, longest } from './feel-subset.ts'
import { RuleError } from './rule-error.ts'

/** A node of feelin's tree with its text and its children, which the compiler reads from top to bottom. */
export type Node = { name: string; text: string; from: number; to: number; children: Node[] }

/** Parses a condition and refuses everything outside the subset. */
export function parseCondition(source: string): Node {
  if (source.length > longest) throw new RuleError('tooLong', source, longest, source.length)
  const root: Node = { name: 'root', text: source, from: 0, to: source.length, children: [] }
  const stack = [root]
  parseExpression(source, {}, undefined).iterate({
    enter({ name, type, from, to }) {
      if (type.isError) throw new RuleError('syntax', source, from, to)
      if (type.isSkipped) throw new RuleError('notAllowed', source, from, to)
      const node = { name, text: source.slice(from, to), from, to, children: [] }
      if (stack.length > deepest) throw new RuleError('tooDeep', source, from, to)
      stack.at(-1)!.children.push(node)
      stack.push(node)
      refuseOutside(node, source)
    },
    leave({ type }) {
      if (!type.isSkipped && !type.isError) checkWhole(stack.pop()!, source)
    },
  })
  const expression = root.children[0]
  if (expression?.name !== 'Expression' || !expression.children[0])
    throw new RuleError('syntax', source, 0, source.length)
  return expression.children[0]
}

function refuseOutside(node: Node, source: string): void {
  if (allowedNodes.has(node.name)) {
    if (node.name === 'ArithOp' && !allowedOperators.has(node.text))
      throw new RuleError('notAllowed', source, node.from, node.to)
    if (node.name === 'NumericLiteral' && !Number.isFinite(Number(node.text)))
      throw new RuleError('literal', source, node.from, node.to)
    return
  }
  const code = node.name === 'SpecialFunctionName' ? 'function' : 'notAllowed'
  throw new RuleError(code, source, node.from, node.to)
}

/** Checks that need a node's children. */
function checkWhole(node: Node, source: string): void {
  const fail = (code: 'function' | 'factName' | 'literal' | 'notAllowed'): never => {
    throw new RuleError(code, source, node.from, node.to)
  }
  if (node.name === 'FunctionInvocation') {
    const name = functionName(node)
    if (allowedFunctions.get(name) !== argumentsOf(node).length) fail('function')
  }
  if (node.name === 'DateTimeLiteral') {
    const [maker] = node.children
    const values = argumentsOf(node)
    if (!maker || !['date', 'duration'].includes(maker.text)) fail('function')
    if (values.length !== 1 || values[0]!.name !== 'StringLiteral' || evaluate(node.text).value === null)
      fail('literal')
  }
  if (node.name === 'PathName' && !factWord.test(node.text)) fail('factName')
  if (node.name === 'Name' && !factWord.test(node.text)) fail('factName')
  if (node.name === 'IterationContext' && node.children.length !== 1) fail('notAllowed')
  if (node.name === 'StringLiteral' && node.text.length > 200) fail('literal')
}

export function functionName(node: Node): string {
  return node.children[0]!.text.replace(/\s+/g, ' ')
}

export function argumentsOf(node: Node): Node[] {
  return (
    node.children
      .find((child) => child.name === 'PositionalParameters')
      ?.children.filter((child) => child.name !== ',') ?? []
  )
}
