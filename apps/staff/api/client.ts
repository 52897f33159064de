import type { Api } from '#ui/api.tsx'
import type { Language } from '#ui/language.tsx'
import { ProblemError } from '#ui/problem.ts'

export type ClientOptions = {
  base?: string
  language: () => Language
  fetch?: typeof fetch
  /** The session ended or was revoked: sign in again. */
  onSignedOut?: () => void
  onReach?: (reached: boolean) => void
  wait?: (ms: number) => Promise<void>
}

const waits = [400, 1500]

/**
 * Speaks JSON over `fetch`. The cookie is SameSite and the server checks Origin, so no token is needed here; a page of another
 * origin cannot send our content type without a preflight that the server refuses.
 */
export function createClient(options: ClientOptions): Api {
  const base = options.base ?? '/api'
  const send = options.fetch ?? globalThis.fetch.bind(globalThis)
  const wait = options.wait ?? ((ms: number) => new Promise((resolve) => setTimeout(resolve, ms)))

  async function call(path: string, init: RequestInit): Promise<unknown> {
    const headers = new Headers(init.headers)
    headers.set('accept', 'application/json, application/problem+json')
    headers.set('accept-language', options.language())
    let response: Response
    try {
      response = await send(`${base}/${path}`, { ...init, headers, credentials: 'same-origin', cache: 'no-store' })
    } catch (cause) {
      if (init.signal?.aborted) throw cause
      options.onReach?.(false)
      throw new ProblemError(0, { code: 'unreachable', title: '' })
    }
    options.onReach?.(true)
    const body = await readBody(response)
    if (response.ok) return body
    if (response.status === 401) options.onSignedOut?.()
    throw new ProblemError(response.status, (body ?? {}) as Record<string, unknown>)
  }

  return {
    async read<O>(name: string, input: unknown, { personal, signal }: { personal: boolean; signal?: AbortSignal }) {
      if (personal) return (await call(name, { ...json(input), signal })) as O
      return (await call(`${name}${queryString(input)}`, { method: 'GET', signal })) as O
    },

    /** Tries again by itself only when no answer came, and then under the same key: at most one effect. */
    async act<O>(name: string, input: unknown, { intent, version }: { intent: string; version?: number | string }) {
      const request = json(input, {
        'idempotency-key': intent,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      })
      for (let attempt = 0; ; attempt++) {
        try {
          return (await call(name, request)) as O
        } catch (error) {
          const pause = waits[attempt]
          const again = error instanceof ProblemError && (error.status === 0 || [502, 503, 504].includes(error.status))
          if (!again || pause === undefined) throw error
          await wait(pause)
        }
      }
    },
  }
}

function json(input: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input ?? {}),
  }
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!text) return null
  try {
    return JSON.parse(text)
  } catch {
    return { title: response.statusText }
  }
}

export function queryString(input: unknown): string {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries((input ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(key, String(one))
  }
  const text = parameters.toString()
  return text ? `?${text}` : ''
}
