import { open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { ByteReader } from './byte-reader.ts'

/** One file or folder of an archive; folders end with `/` and have no bytes. */
export interface EntryHead {
  path: string
  size: number
}

const PIECE = 256 * 1024
const END = Buffer.alloc(4)

export function* entry(head: EntryHead): Generator<Buffer> {
  const json = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  yield Buffer.concat([length, json])
}

export function* textEntry(name: string, text: string): Generator<Buffer> {
  const bytes = Buffer.from(text)
  yield* entry({ path: name, size: bytes.length })
  yield bytes
}

export function archiveEnd(): Buffer {
  return END
}

/**
 * A file as long as it was when it was opened: the database may lengthen, shorten or remove it meanwhile, and its log
 * puts that right. One that is gone already is left out.
 */
export async function* fileEntry(name: string, file: string): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!handle) return
  try {
    const { size } = await handle.stat()
    yield* entry({ path: name, size })
    for (let at = 0; at < size; ) {
      const piece = Buffer.alloc(Math.min(PIECE, size - at))
      const { bytesRead } = await handle.read(piece, 0, piece.length, at)
      yield bytesRead === 0 ? piece : piece.subarray(0, bytesRead)
      at += bytesRead === 0 ? piece.length : bytesRead
    }
  } finally {
    await handle.close()
  }
}

/** A whole folder, its empty folders too; `leaveOut` sees paths relative to it. */
export async function* folderEntries(
  name: string,
  folder: string,
  leaveOut: (relative: string) => boolean,
): AsyncGenerator<Buffer> {
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(item.parentPath, item.name)
    const relative = path.relative(folder, full).split(path.sep).join('/')
    if (leaveOut(relative)) continue
    if (item.isDirectory()) yield* entry({ path: `${name}/${relative}/`, size: 0 })
    else if (item.isFile()) yield* fileEntry(`${name}/${relative}`, full)
  }
}

/** Entries in order; the bytes of each must be read before the next. */
export async function* readArchive(
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<{ head: EntryHead; content: AsyncGenerator<Buffer> }> {
  const reader = new ByteReader(bytes)
  for (;;) {
    const length = (await reader.exactly(4)).readUInt32BE()
    if (length === 0) {
      // Reads on to the very end, where the last chunk proves that nothing was cut off.
      if (!(await reader.atEnd())) throw new Error('bytes follow the end of the archive')
      return
    }
    const head = JSON.parse((await reader.exactly(length)).toString('utf8')) as EntryHead
    yield { head, content: content(reader, head.size) }
  }
}

async function* content(reader: ByteReader, size: number): AsyncGenerator<Buffer> {
  for (let left = size; left > 0; ) {
    const piece = await reader.exactly(Math.min(left, PIECE))
    left -= piece.length
    yield piece
  }
}
