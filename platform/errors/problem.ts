/** Machine-readable kinds of trouble; each has a text per language under `problem.<code>`. */
export type ProblemCode =
  | 'invalid-input'
  | 'not-signed-in'
  | 'refused'
  | 'refused-by-database'
  | 'not-found'
  | 'conflict'
  | 'changed-meanwhile'
  | 'already-done'
  | 'key-reused'
  | 'too-many'
  | 'too-large'
  | 'unavailable'
  | 'internal'

const statusOf: Record<ProblemCode, number> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  refused: 403,
  'refused-by-database': 403,
  'not-found': 404,
  conflict: 409,
  'changed-meanwhile': 412,
  'already-done': 409,
  'key-reused': 422,
  'too-many': 429,
  'too-large': 413,
  unavailable: 503,
  internal: 500,
}

export interface FieldProblem {
  /** JSON path of the value, such as `answers.bank`. */
  path: string
  /** Key of a text that says what is wrong and what to do. */
  reason: string
  params?: Record<string, string | number>
}

/** An answer that is not the wished one, in the shape of RFC 9457; texts are put in at the edge, in the reader's language. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number
  /** Key of the text that explains this very case, such as `applications.not-your-step`. */
  readonly reason: string | undefined
  readonly params: Record<string, string | number>
  readonly fields: FieldProblem[]

  constructor(
    code: ProblemCode,
    detail: {
      reason?: string
      params?: Record<string, string | number>
      fields?: FieldProblem[]
      cause?: unknown
    } = {},
  ) {
    super(detail.reason ?? code, { cause: detail.cause })
    this.name = 'Problem'
    this.code = code
    this.status = statusOf[code]
    this.reason = detail.reason
    this.params = detail.params ?? {}
    this.fields = detail.fields ?? []
  }
}

export function problem(code: ProblemCode, detail?: ConstructorParameters<typeof Problem>[1]): Problem {
  return new Problem(code, detail)
}
