import { pinyin } from 'pinyin-pro'
import { foldName } from '#kernel/registry/door.ts'
import type { ItemBody } from './contract.ts'

interface SearchKeys {
  /** The official name first, then plain words, then the department: where a hit counts for more. */
  words: string[]
  /** Full pinyin and initials from each syllable of the name and of the plain words on. */
  readings: string[]
}

const kept = new WeakMap<ItemBody, SearchKeys>()

/** Items that match every word of the query, best first; without a query all of them, in their own order. */
export function searchItems<T extends { body: ItemBody }>(items: readonly T[], query = ''): T[] {
  const terms = query.split(/\s+/).map(foldName).filter(Boolean)
  if (terms.length === 0) return [...items]
  return items
    .map((item) => ({ item, scores: terms.map((term) => scoreOf(keysOf(item.body), term)) }))
    .filter(({ scores }) => scores.every((score) => score > 0))
    .sort((a, b) => sum(b.scores) - sum(a.scores))
    .map(({ item }) => item)
}

function scoreOf({ words, readings }: SearchKeys, term: string): number {
  const at = words.findIndex((word) => word.includes(term))
  if (at === 0) return words[0]!.startsWith(term) ? 4 : 3
  if (at > 0) return 2
  // One letter begins far too many words.
  return term.length > 1 && /^[a-z]+$/.test(term) && readings.some((reading) => reading.startsWith(term)) ? 1 : 0
}

function keysOf(body: ItemBody): SearchKeys {
  const found = kept.get(body)
  if (found) return found
  const named = [body.name, body.plainName].flatMap((text) => (text ? Object.values(text) : []))
  const said = [...named, ...body.words]
  const keys = {
    words: [...said, body.department.name].map(foldName),
    readings: said.flatMap(readingsOf),
  }
  kept.set(body, keys)
  return keys
}

/** Not in surname mode: 单 in 单位 is no surname. */
function readingsOf(text: string): string[] {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true }).filter((one) => /^[a-z]+$/.test(one))
  return syllables.flatMap((_, at) => {
    const rest = syllables.slice(at)
    return [rest.join(''), rest.map((syllable) => syllable[0]).join('')]
  })
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
