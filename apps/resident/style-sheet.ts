import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { colour, font, radius, space, target, timeColour, type } from '#ui/tokens.ts'

/** `var(--name)` is filled in from the theme by the server, because set-top boxes and old phones do not know CSS variables. */
export function printTokens(css: string): string {
  const values: Record<string, string> = {
    font: font.sans,
    mono: font.mono,
    strong: String(font.weight.strong),
    target: `${target.resident / 16}rem`,
    'line-height': String(type.resident.lineHeight),
  }
  for (const [name, value] of Object.entries(colour)) values[name] = value
  for (const [name, tones] of Object.entries(timeColour)) {
    for (const [tone, value] of Object.entries(tones)) values[`${name}-${tone}`] = value
  }
  for (const [name, value] of Object.entries(space)) values[`space-${name}`] = `${value / 16}rem`
  for (const [name, value] of Object.entries(radius)) values[`radius-${name}`] = `${value}px`
  for (const [name, value] of Object.entries(type.resident)) values[`type-${name}`] ??= `${value / 16}rem`
  return css.replace(/\bvar\(--([\w-]+)\)/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the theme has no ${whole}`)
    return value
  })
}

// Print comes last, so that it wins.
const parts = ['frame', 'forms', 'content', 'pictures', 'wide', 'print']
const read = (part: string) => readFileSync(new URL(`./style/${part}.css`, import.meta.url), 'utf8')
const css = printTokens(parts.map(read).join('\n'))
const hash = createHash('sha256').update(css).digest('base64url').slice(0, 12)

/** The hash is part of the address, so that it may be kept for a year and never be stale. */
export const styleSheet = { css, path: `/assets/resident-${hash}.css` }
