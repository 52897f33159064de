import { expect, test } from 'vitest'
import { colour, timeColour } from './tokens.ts'

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

test('every time colour is readable as text on white, on paper and on its own quiet ground', () => {
  for (const { text, quiet } of Object.values(timeColour)) {
    for (const ground of [colour.surface, colour.paper, quiet])
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  }
})

test('ink, muted ink, links and each signal colour are readable on every ground that they stand on', () => {
  const pairs: [string, string][] = [
    [colour.inkMuted, colour.surfaceQuiet],
    [colour.ink, colour.surfaceQuiet],
    [colour.link, colour.paper],
    [colour.primary, colour.primaryQuiet],
    [colour.onPrimary, colour.primary],
    [colour.accent, colour.accentQuiet],
    [colour.danger, colour.dangerQuiet],
    [colour.success, colour.successQuiet],
    [colour.warning, colour.warningQuiet],
  ]
  for (const [text, ground] of pairs) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
})

test('focus rings and control borders stand out by at least 3:1', () => {
  for (const edge of [colour.focus, colour.lineStrong]) expect(contrast(edge, colour.surface)).toBeGreaterThanOrEqual(3)
})
