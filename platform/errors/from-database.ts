import { Problem, problem } from './problem.ts'

interface DatabaseError {
  code?: string
  constraint?: string
  message?: string
}

/** PostgreSQL's SQLSTATE as a problem that a caller understands; what nobody expected stays an `internal` one with its cause. */
export function problemFromDatabase(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { code, constraint } = (error ?? {}) as DatabaseError
  const detail = { cause: error }
  switch (code) {
    case '42501':
      return problem('refused-by-database', detail)
    case '23505':
      return problem('conflict', {
        ...detail,
        reason: 'platform.already-there',
        params: { constraint: constraint ?? '' },
      })
    case '23503':
    case '23514':
    case '23P01':
    case '22P02':
    case '22021':
    case '22P05':
    case '22001':
    case '22003':
    case '22007':
    case '22008':
      return problem('invalid-input', {
        ...detail,
        reason: 'platform.value-refused',
        params: { constraint: constraint ?? code },
      })
    case 'LI001':
      return problem('conflict', { ...detail, reason: 'access.administrators-apart' })
    case '40001':
    case '40P01':
    case '55P03':
      return problem('conflict', { ...detail, reason: 'platform.try-again' })
    case '57P01':
    case '57P02':
    case '57P03':
    case '08000':
    case '08003':
    case '08006':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case '53300':
      return problem('unavailable', detail)
    default:
      if (
        error instanceof Error &&
        /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(error.message)
      ) {
        return problem('unavailable', detail)
      }
      return problem('internal', detail)
  }
}
