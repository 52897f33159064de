import { readCsv } from '#testing/read-csv.ts'

export type Relation =
  | 'own'
  | 'part'
  | 'same grid'
  | 'same committee'
  | 'other committee'
  | 'other department'
  | 'other street'
  | 'machine'
  | 'none'
export type Channel = 'staff' | 'resident' | 'machine' | 'anonymous'
export type Expected = 'yes' | 'no' | 'hidden' | 'partial'

export interface Row {
  operation: string
  role: string
  relation: string
  channel: string
  expected: Expected
}

/** docs/access-matrix.csv: the oracle, written by hand. */
export const matrix = readCsv('docs/access-matrix.csv') as unknown as Row[]

/** The first row from the top that fits counts. */
export function expectedOf(operation: string, role: string, relation: Relation, channel: Channel): Expected {
  const fits = (pattern: string, value: string) => pattern === '*' || pattern === value
  const row = matrix.find(
    (one) =>
      (fits(one.operation, operation) || one.operation === `${operation.split('.')[0]}.*`) &&
      fits(one.role, role) &&
      fits(one.relation, relation) &&
      fits(one.channel, channel),
  )
  if (!row) throw new Error(`docs/access-matrix.csv says nothing about ${operation}, ${role}, ${relation}, ${channel}`)
  return row.expected
}

/** Operations that have a row of their own name; a row for a whole module does not count. */
export const namedOperations = new Set(matrix.map((row) => row.operation).filter((name) => !name.includes('*')))
