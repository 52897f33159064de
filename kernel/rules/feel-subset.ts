// The one FEEL subset of Linli. What is not named here is refused, so that every condition can later become SQL as well.

/** Nodes of feelin's grammar that carry meaning; keywords and brackets are added below. */
export const allowedNodes: ReadonlySet<string> = new Set([
  'Expression',
  'Disjunction',
  'Conjunction',
  'Comparison',
  'CompareOp',
  'IfExpression',
  'QuantifiedExpression',
  'InExpressions',
  'InExpression',
  'IterationContext',
  'Name',
  'Identifier',
  'VariableName',
  'PathExpression',
  'PathName',
  'ArithmeticExpression',
  'ArithOp',
  'NumericLiteral',
  'StringLiteral',
  'BooleanLiteral',
  'List',
  'Interval',
  'PositiveUnaryTest',
  'PositiveUnaryTests',
  'SimplePositiveUnaryTest',
  'ParenthesizedExpression',
  'FunctionInvocation',
  'PositionalParameters',
  'DateTimeLiteral',
  'DateTimeConstructor',
  ...['and', 'or', 'if', 'then', 'else', 'some', 'every', 'satisfies', 'in', 'between', 'date', 'duration'],
  ...['(', ')', '[', ']', '..', '.', ','],
])

/** Nodes that decide something; they stand between atoms and never inside one. */
export const logicNodes: ReadonlySet<string> = new Set([
  'Disjunction',
  'Conjunction',
  'Comparison',
  'IfExpression',
  'QuantifiedExpression',
])

/** Functions and the number of their arguments. None reads a clock, a file or a network. */
export const allowedFunctions: ReadonlyMap<string, number> = new Map([
  ['not', 1],
  ['contains', 2],
  ['list contains', 2],
  ['count', 1],
  ['sum', 1],
  ['min', 1],
  ['max', 1],
])

export const allowedOperators: ReadonlySet<string> = new Set(['+', '-', '*', '/'])
export const orderingOperators: ReadonlySet<string> = new Set(['<', '<=', '>', '>='])

export const factWord = /^[\p{L}_][\p{L}\p{N}_]*$/u
export const longest = 2000
export const deepest = 40
