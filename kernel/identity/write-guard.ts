import type { Context } from 'hono'
import type { z } from 'zod'
import { problem } from '#platform/errors/problem.ts'

/** Beside SameSite cookies the second guard against requests forged by another site. */
export function acceptOrRefuse(c: Context, publicOrigin: string): void {
  const origin = c.req.header('origin')
  const foreign = origin !== undefined && origin !== publicOrigin && origin !== new URL(c.req.url).origin
  const site = c.req.header('sec-fetch-site')
  if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw problem('refused', { reason: 'platform.foreign-origin' })
  }
  if (!(c.req.header('content-type') ?? '').toLowerCase().startsWith('application/json')) {
    throw problem('invalid-input', { fields: [{ path: 'Content-Type', reason: 'platform.json-only' }] })
  }
}

export async function readJson<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const raw = await c.req.json().catch(() => {
    throw problem('invalid-input', { fields: [{ path: '', reason: 'platform.not-json' }] })
  })
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw problem('invalid-input', {
    fields: parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      reason: `input.${issue.code}`,
    })),
  })
}
