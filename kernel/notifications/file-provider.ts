import { mkdir, open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Clock, dayOf } from '#platform/clock.ts'
import type { NotificationProvider, OutgoingMessage } from './provider.ts'

/** How many day files back a repetition is looked for: reconciliation happens within minutes. */
const DAYS_BACK = 3

/** Carries messages into files, one JSON line each, one file a day: for the demo, for tests, and for a street without a gateway. */
export function createFileProvider(folder: string, clock: Clock): NotificationProvider {
  const seen = new Map<string, { read: number; ids: Set<string> }>()

  /** Reads only what was appended since the last look, by this process or another. */
  async function has(id: string): Promise<boolean> {
    const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => name.endsWith('.jsonl')).sort()
    for (const name of names.slice(-DAYS_BACK)) {
      const known = seen.get(name) ?? { read: 0, ids: new Set<string>() }
      seen.set(name, known)
      const { text, end } = await readLines(path.join(folder, name), known.read)
      known.read = end
      for (const [, found] of text.matchAll(/^\{"id":"([0-9a-f-]{36})"/gm)) known.ids.add(found!)
      if (known.ids.has(id)) return true
    }
    return false
  }

  return {
    name: 'file',
    async send(message) {
      if (!(await has(message.id))) await append(folder, `${dayOf(clock.now())}.jsonl`, message, clock.now())
      return { accepted: true, providerId: message.id }
    },
    async find(id) {
      return (await has(id)) ? { providerId: id } : null
    },
  }
}

/** Whole lines only: a line that another process is writing is read at the next look. */
async function readLines(file: string, from: number): Promise<{ text: string; end: number }> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const buffer = Buffer.alloc(Math.max(0, size - from))
    await handle.read({ buffer, position: from })
    const end = buffer.lastIndexOf(0x0a) + 1
    return { text: buffer.subarray(0, end).toString('utf8'), end: from + end }
  } finally {
    await handle.close()
  }
}

/** One write of one line in append mode, on disk before it is called sent. A line torn by a crash gets its end first. */
async function append(folder: string, name: string, message: OutgoingMessage, at: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(path.join(folder, name), 'a+', 0o600)
  try {
    const { size } = await file.stat()
    const torn = size > 0 && (await file.read({ buffer: Buffer.alloc(1), position: size - 1 })).buffer[0] !== 0x0a
    await file.write(`${torn ? '\n' : ''}${JSON.stringify({ ...message, at })}\n`)
    await file.datasync()
  } finally {
    await file.close()
  }
}
