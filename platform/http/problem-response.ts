import type { Language } from '../contract.ts'
import type { Problem } from '../errors/problem.ts'
import { type Catalogue, say } from './texts.ts'

export interface ProblemBody {
  type: string
  title: string
  status: number
  code: string
  reason?: string
  detail?: string
  errors?: { path: string; reason: string; detail: string }[]
}

/** RFC 9457 body in the reader's language: what is wrong, where, and what to do. */
export function problemBody(problem: Problem, catalogue: Catalogue, language: Language): ProblemBody {
  return {
    type: `urn:linli:problem:${problem.code}`,
    title: say(catalogue, language, `problem.${problem.code}`),
    status: problem.status,
    code: problem.code,
    ...(problem.reason
      ? { reason: problem.reason, detail: say(catalogue, language, problem.reason, problem.params) }
      : {}),
    ...(problem.fields.length
      ? {
          errors: problem.fields.map((field) => ({
            path: field.path,
            reason: field.reason,
            detail: say(catalogue, language, field.reason, field.params),
          })),
        }
      : {}),
  }
}

export function problemResponse(problem: Problem, catalogue: Catalogue, language: Language): Response {
  return new Response(JSON.stringify(problemBody(problem, catalogue, language)), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'content-language': language,
      ...(problem.status === 429 ? { 'retry-after': String(problem.params.retryAfter ?? 60) } : {}),
    },
  })
}
