import type { Upload } from './application-api.ts'

/** A posted form: texts are trimmed, absent ones are empty, so that pages never meet undefined. */
export interface Form {
  text(name: string): string
  all(name: string): string[]
  file(name: string): Promise<Upload | null>
  names(): string[]
}

export function readForm(data: FormData): Form {
  const texts = (name: string) =>
    data
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .map((value) => value.trim())
  return {
    text: (name) => texts(name)[0] ?? '',
    all: texts,
    names: () => [...new Set(data.keys())],
    async file(name) {
      const value = data.get(name)
      if (value === null || typeof value === 'string' || value.size === 0) return null
      return { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) }
    },
  }
}
