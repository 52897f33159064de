import { Converter } from 'opencc-js/t2cn'
import { pinyin, polyphonic } from 'pinyin-pro'

const toSimplified = Converter({ from: 't', to: 'cn' })
const MOST_READINGS = 12

/** The reading proposed for a name; staff may put another in its place (乐 is yue or le: only the person knows). */
export function namePinyin(name: string): string {
  return pinyin(name, { surname: 'head', toneType: 'none', type: 'array', v: true })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Both scripts, any width and any case meet in one key. For searching alone: the name itself is never converted. */
export function foldName(text: string): string {
  return toSimplified(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s·•・.'’-]/g, '')
}

/**
 * All keys a name is found by, each by its beginning: the name from each of its characters on, every reading in full,
 * and the initials of every reading.
 */
export function nameSearchKeys(name: string, chosenPinyin = namePinyin(name)): string[] {
  const keys = new Set<string>()
  const folded = [...foldName(name)]
  folded.forEach((_, index) => {
    keys.add(folded.slice(index).join(''))
  })
  for (const reading of [chosenPinyin.split(' '), ...readings(name)]) addReading(keys, reading)
  keys.delete('')
  return [...keys]
}

function addReading(keys: Set<string>, reading: readonly string[]): void {
  const syllables = reading.map((syllable) => foldName(syllable)).filter((syllable) => /^[a-z]/.test(syllable))
  keys.add(syllables.join(''))
  keys.add(syllables.map((syllable) => syllable[0]).join(''))
  // Passports write lü as lyu, older systems as lu.
  if (syllables.some((syllable) => syllable.includes('v'))) {
    keys.add(syllables.join('').replaceAll('v', 'u'))
    keys.add(syllables.join('').replaceAll('v', 'yu'))
  }
}

function readings(name: string): string[][] {
  const proposed = pinyin(name, { surname: 'head', toneType: 'none', type: 'array', v: true })
  const perCharacter = polyphonic(name, { toneType: 'none', type: 'array', v: true })
  let all: string[][] = [[]]
  perCharacter.forEach((options, index) => {
    const syllables = new Set([proposed[index] ?? options[0]!, ...options])
    all = all.flatMap((head) => [...syllables].map((syllable) => [...head, syllable])).slice(0, MOST_READINGS)
  })
  return all
}
