import { createHash } from 'node:crypto'
import pg from 'pg'

/** Row security makes planning dearer than running, so a statement that comes again is planned once per connection. */
const MOST = 400
const seen = new Map<string, string | null>()

/** A name for a statement from its second use on; null for one seen first, or when there are too many different ones. */
function nameOf(text: string): string | null {
  const known = seen.get(text)
  if (known) return known
  if (known === undefined) {
    if (seen.size < MOST) seen.set(text, null)
    return null
  }
  const name = `linli_${createHash('sha1').update(text).digest('hex').slice(0, 24)}`
  seen.set(text, name)
  return name
}

/** A connection that names repeated parametrised statements, so that the server keeps their plans. */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's query has a dozen overloads; this one only adds a name
  override query(...args: any[]): any {
    const [text, values, ...rest] = args
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : null
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const send = super.query as (...args: any[]) => any
    return name ? send.call(this, { name, text, values }, ...rest) : send.apply(this, args)
  }
}
