/** Reads exact lengths from a stream that arrives in lengths of its own. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)
  #ended = false

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** `length` bytes, or fewer at the end. */
  async upTo(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    let missing = length
    while (missing > 0 && (await this.#fill())) {
      const part = this.#rest.subarray(0, missing)
      this.#rest = this.#rest.subarray(part.length)
      parts.push(part)
      missing -= part.length
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  }

  async exactly(length: number): Promise<Buffer> {
    const bytes = await this.upTo(length)
    if (bytes.length !== length) throw new Error('the stream ended too early')
    return bytes
  }

  async atEnd(): Promise<boolean> {
    return !(await this.#fill())
  }

  async #fill(): Promise<boolean> {
    while (this.#rest.length === 0 && !this.#ended) {
      const next = await this.#source.next()
      if (next.done) this.#ended = true
      else this.#rest = next.value
    }
    return this.#rest.length > 0
  }
}
