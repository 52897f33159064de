/** The one theme of staff and resident pages. Plain data: no framework, so that the server can print it as CSS variables. */

export const colour = {
  ink: '#1f2a30',
  inkMuted: '#56616a',
  paper: '#faf8f4',
  surface: '#ffffff',
  surfaceQuiet: '#f3f0ea',
  line: '#d9d4ca',
  lineStrong: '#8a857b',
  primary: '#1b5a70',
  primaryHover: '#154a5c',
  primaryQuiet: '#e6f0f3',
  accent: '#9a4a1f',
  accentQuiet: '#f9ece3',
  onPrimary: '#ffffff',
  focus: '#b25b00',
  link: '#175e86',
  danger: '#b0271d',
  dangerQuiet: '#fbe9e7',
  success: '#23713c',
  successQuiet: '#e6f3e9',
  warning: '#7d5900',
  warningQuiet: '#fcf1d4',
} as const

/** Colour means time. `text` is at least 4.5:1 on white and on its own `quiet` ground; `bar` is for areas only. */
export const timeColour = {
  grey: { text: '#56616a', bar: '#8d959b', quiet: '#f0f0ee' },
  green: { text: '#23713c', bar: '#3f9a5a', quiet: '#e6f3e9' },
  yellow: { text: '#7d5900', bar: '#d9a31c', quiet: '#fcf1d4' },
  red: { text: '#b0271d', bar: '#cf4438', quiet: '#fbe9e7' },
} as const

export type TimeColour = keyof typeof timeColour

/** System fonts only: nothing is fetched, and rare name characters fall through to the wide fonts at the end. */
export const font = {
  sans: "-apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', 'HanaMinA', 'Plangothic P1', sans-serif",
  mono: "ui-monospace, 'SFMono-Regular', Consolas, 'Noto Sans Mono CJK SC', monospace",
  weight: { normal: 400, strong: 600 },
} as const

/** Pixels. `staff` is dense, `resident` is read by an eighty-year-old on a phone. */
export const type = {
  staff: { small: 12, body: 14, large: 16, title: 20, display: 28, lineHeight: 1.55 },
  resident: { small: 16, body: 19, large: 22, title: 28, display: 34, lineHeight: 1.65 },
} as const

export const space = { xs: 4, s: 8, m: 12, l: 16, xl: 24, xxl: 40 } as const

export const radius = { s: 4, m: 6, l: 10 } as const

/** Smallest height of something one presses. */
export const target = { staff: 32, resident: 52 } as const

export const width = { phone: 390, narrow: 768, reading: 720, wide: 1440 } as const

export const motion = { quick: '120ms', ease: 'cubic-bezier(.2, 0, .2, 1)' } as const
