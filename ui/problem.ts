/** An RFC 9457 answer, or the want of an answer, as one error that screens can read. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  /** Sentences per input field, by JSON pointer or name. */
  readonly fields: Record<string, string>
  readonly extra: Record<string, unknown>

  constructor(status: number, body: Record<string, unknown>) {
    const title = typeof body.title === 'string' ? body.title : ''
    super(title || `HTTP ${status}`)
    this.name = 'ProblemError'
    this.status = status
    this.code = typeof body.code === 'string' ? body.code : String(body.type ?? 'about:blank').replace(/^.*[/:#]/, '')
    this.title = title
    this.detail = typeof body.detail === 'string' ? body.detail : undefined
    this.fields = readFields(body.errors ?? body.fields ?? body.issues)
    this.extra = body
  }

  /** Nobody knows whether it took effect: the same intent may be sent again under the same key. */
  get uncertain(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

function readFields(errors: unknown): Record<string, string> {
  if (!errors || typeof errors !== 'object') return {}
  const list = Array.isArray(errors) ? errors : Object.entries(errors).map(([path, message]) => ({ path, message }))
  const found: Record<string, string> = {}
  for (const one of list) {
    const raw = one?.pointer ?? one?.path ?? one?.field
    if (raw === undefined) continue
    const path = (Array.isArray(raw) ? raw.join('/') : String(raw)).replace(/^[#/]+/, '')
    found[path] = String(one.detail ?? one.message ?? '')
  }
  return found
}
