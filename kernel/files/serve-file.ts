import { Readable } from 'node:stream'
import { problem } from '#platform/errors/problem.ts'
import { type FileStore, isStored, readStored } from './file-store.ts'
import type { FileLink } from './links.ts'
import { acceptedTypes } from './sniff.ts'

/**
 * A file that somebody sent is foreign content: sandboxed into an origin of its own, without scripts, never guessed at,
 * and saved instead of shown unless it is one of the kinds that were checked.
 */
export function headersOf({ mime, name, size }: Pick<FileLink, 'mime' | 'name' | 'size'>): Record<string, string> {
  const shown = (acceptedTypes as readonly string[]).includes(mime)
  return {
    'content-type': shown ? mime : 'application/octet-stream',
    'content-length': String(size),
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="file"; filename*=UTF-8''${encodeName(name)}`,
    'content-security-policy':
      "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
  }
}

/** The caller has found the link under row security and written down that it was opened. */
export async function serveFile(store: FileStore, link: FileLink): Promise<Response> {
  if (!(await isStored(store, link.hash))) throw problem('unavailable', { reason: 'files.bytes-missing' })
  return new Response(Readable.toWeb(readStored(store, link.hash)) as ReadableStream, { headers: headersOf(link) })
}

/** RFC 8187. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}
