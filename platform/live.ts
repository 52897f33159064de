import pg from 'pg'
import { errorLabel, type Logger } from './log.ts'

/** Says that something changed; what it is now is asked for again, under the reader's own rights. */
export interface LiveMessage {
  topic: string
  ids: readonly string[]
  /** Holder keys; a session hears the message if it holds one of them. Empty: the database is asked who sees which id. */
  to: readonly string[]
}

export type LiveEvent =
  | { kind: 'message'; message: LiveMessage }
  /** The connection was lost for a while: readers ask again for what they show. */
  | { kind: 'resync' }
  | { kind: 'sessionEnded'; sessionId: string }
  /** This process stops: readers are let go and connect elsewhere. */
  | { kind: 'closing' }
type Listener = (event: LiveEvent) => void

export interface LiveHub {
  /** Call it after the commit. Lost only if this process dies in the same fiftieth of a second: readers also ask by themselves. */
  publish(message: LiveMessage): void
  subscribe(listener: Listener): () => void
  close(): Promise<void>
}

export interface LiveOptions {
  url: string
  log: Logger
  /** A channel on which the database names sessions that ended. */
  sessionEndedChannel?: string
}

const CHANNEL = 'linli_live'
const COLLECT_MS = 20
/** NOTIFY carries less than 8,000 bytes. */
const MOST_BYTES = 7_500

/**
 * Live updates between all processes on one PostgreSQL. NOTIFY is sent after the commit on a connection of its own and
 * for many changes at once: within the transactions it would let the whole server commit one at a time.
 */
export function createLiveHub({ url, log, sessionEndedChannel }: LiveOptions): LiveHub {
  const listeners = new Set<Listener>()
  let waiting: LiveMessage[] = []
  let client: pg.Client | undefined
  let closed = false
  let sending: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let connecting = connect()
  let first = true

  async function connect(): Promise<void> {
    for (let pause = 100; !closed; pause = Math.min(pause * 2, 2_000)) {
      const fresh = new pg.Client({ connectionString: url, application_name: 'linli-live', keepAlive: true })
      fresh.on('error', () => undefined)
      fresh.on('end', () => {
        if (client !== fresh) return
        client = undefined
        if (!closed) connecting = connect()
      })
      fresh.on('notification', ({ channel, payload }) => receive(channel, payload ?? ''))
      try {
        await fresh.connect()
        await fresh.query(`listen ${CHANNEL}`)
        if (sessionEndedChannel) await fresh.query(`listen ${pg.escapeIdentifier(sessionEndedChannel)}`)
        if (closed) return void (await fresh.end())
        client = fresh
        // What was said while nobody listened is not said again.
        if (!first) tell({ kind: 'resync' })
        first = false
        return
      } catch (error) {
        await fresh.end().catch(() => undefined)
        log.debug('live connection failed', { why: errorLabel(error) })
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  }

  function receive(channel: string, payload: string): void {
    if (channel === sessionEndedChannel) tell({ kind: 'sessionEnded', sessionId: payload })
    else for (const message of JSON.parse(payload) as LiveMessage[]) tell({ kind: 'message', message })
  }

  function tell(event: LiveEvent): void {
    for (const listener of listeners) listener(event)
  }

  async function flush(): Promise<void> {
    timer = undefined
    const batch = merge(waiting)
    waiting = []
    await connecting
    for (const payload of pack(batch)) {
      await client
        ?.query('select pg_notify($1, $2)', [CHANNEL, payload])
        .catch((error) => log.debug('live message lost', { why: errorLabel(error) }))
    }
  }

  return {
    publish(message) {
      if (closed) return
      waiting.push(message)
      timer ??= setTimeout(() => {
        sending = sending.then(flush)
      }, COLLECT_MS)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      tell({ kind: 'closing' })
      if (timer) {
        clearTimeout(timer)
        sending = sending.then(flush)
      }
      if (client) await sending
      closed = true
      const old = client
      client = undefined
      await old?.end().catch(() => undefined)
    },
  }
}

/** Many changes of one thing within a moment are one message. */
export function merge(messages: readonly LiveMessage[]): LiveMessage[] {
  const byTopicAndAudience = new Map<string, { topic: string; to: readonly string[]; ids: Set<string> }>()
  for (const { topic, ids, to } of messages) {
    const audience = [...new Set(to)].sort()
    const key = `${topic} ${audience.join(' ')}`
    const known = byTopicAndAudience.get(key) ?? { topic, to: audience, ids: new Set<string>() }
    for (const id of ids) known.ids.add(id)
    byTopicAndAudience.set(key, known)
  }
  return [...byTopicAndAudience.values()].map(({ topic, to, ids }) => ({ topic, ids: [...ids], to }))
}

/** As few payloads as fit; a message that is too large alone is halved, by ids and then by audience. */
export function pack(messages: readonly LiveMessage[]): string[] {
  const payloads: string[] = []
  let current: LiveMessage[] = []
  const queue = [...messages]
  for (let message = queue.shift(); message; message = queue.shift()) {
    if (bytes([message]) > MOST_BYTES) {
      queue.unshift(...halves(message))
      continue
    }
    if (current.length > 0 && bytes([...current, message]) > MOST_BYTES) {
      payloads.push(JSON.stringify(current))
      current = []
    }
    current.push(message)
  }
  return current.length > 0 ? [...payloads, JSON.stringify(current)] : payloads
}

function halves(message: LiveMessage): LiveMessage[] {
  const field = message.ids.length > 1 ? 'ids' : 'to'
  const list = message[field]
  if (list.length < 2) return []
  const middle = Math.ceil(list.length / 2)
  return [
    { ...message, [field]: list.slice(0, middle) },
    { ...message, [field]: list.slice(middle) },
  ]
}

function bytes(messages: readonly LiveMessage[]): number {
  return Buffer.byteLength(JSON.stringify(messages))
}
