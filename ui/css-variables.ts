import { colour, font, motion, radius, space, timeColour } from './tokens.ts'

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The tokens as CSS custom properties: a sheet for the server, or set one by one in a browser whose policy forbids inline styles. */
export function cssVariables(): [name: string, value: string][] {
  return [
    ...Object.entries(colour).map(([name, value]): [string, string] => [`--${kebab(name)}`, value]),
    ...Object.entries(timeColour).flatMap(([name, { text, bar, quiet }]): [string, string][] => [
      [`--time-${name}`, text],
      [`--time-${name}-bar`, bar],
      [`--time-${name}-quiet`, quiet],
    ]),
    ...Object.entries(space).map(([name, value]): [string, string] => [`--space-${name}`, `${value}px`]),
    ...Object.entries(radius).map(([name, value]): [string, string] => [`--radius-${name}`, `${value}px`]),
    ['--font-sans', font.sans],
    ['--font-mono', font.mono],
    ['--motion-quick', motion.quick],
  ]
}
