import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printableText } from './printable-text.ts'

test('a character without a glyph is named by its code point', () => {
  expect(printableText('王𠮷', (code) => code !== 0x20bb7)).toBe('王（字形缺 U+20BB7）')
})

test('a variation selector disappears and its character stays', () => {
  expect(printableText('葛\u{E0100}', (code) => code < 0xe0000)).toBe('葛')
})

test('text that the font knows whole is left alone, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => printableText(text, () => true) === text.normalize('NFC')),
  )
})
