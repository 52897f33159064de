import { writeSync } from 'node:fs'

const LEVELS = { debug: 10, info: 20, warn: 30, error: 40, silent: 99 } as const
export type LogLevel = keyof typeof LEVELS
export type LogFields = Record<string, unknown>

export interface Logger {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
  with(fields: LogFields): Logger
}

export interface LoggerOptions {
  level: LogLevel
  write?: (line: string) => void
  now?: () => string
}

/** Keys that may hold what identifies, authenticates or describes a person. */
const PERSONAL =
  /name(?!space)|phone|mobile|number|address|birth|email|password|secret|token|code|cookie|authorization|body|answers|text|content|params/i
/** Keys that match above and are harmless. */
const HARMLESS = new Set(['statusCode', 'errorCode', 'errorName', 'hostname', 'fileName', 'jobName'])
/** Identity numbers and telephones are masked wherever they stand; an identifier in hexadecimal groups is not one. */
const NUMBERS = /(?<![0-9A-Za-z-])(?:\d{17}[0-9Xx]|\d{15}|\+?\d{0,3}1[3-9]\d{9})(?![0-9A-Za-z-])/g

/** JSON lines on standard output, one event a line, without personal data: keys are redacted and numbers masked. */
export function createLogger({ level, write = toStdout, now = instant }: LoggerOptions, base: LogFields = {}): Logger {
  const at = (name: Exclude<LogLevel, 'silent'>) => (event: string, fields?: LogFields) => {
    if (LEVELS[name] < LEVELS[level]) return
    write(`${JSON.stringify({ at: now(), level: name, event, ...clean({ ...base, ...fields }, 0) })}\n`)
  }
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (fields) => createLogger({ level, write, now }, { ...base, ...fields }),
  }
}

/** What may be known of an error outside its request: its class and code, never its message, which may quote a row. */
export function errorLabel(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = (error as { code?: unknown }).code
  const constraint = (error as { constraint?: unknown }).constraint
  return [error.name, code, constraint].filter((part) => typeof part === 'string' && part !== '').join(' ')
}

function clean(fields: LogFields, depth: number): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      PERSONAL.test(key) && !HARMLESS.has(key) ? '[redacted]' : cleanValue(value, depth),
    ]),
  )
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.replace(NUMBERS, '[number]').slice(0, 2_000)
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Error) return { class: errorLabel(value), at: value.stack?.split('\n').slice(1, 6) }
  if (typeof value !== 'object' || value === null) return value
  if (depth >= 4) return '[deep]'
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => cleanValue(item, depth + 1))
  return clean(value as LogFields, depth + 1)
}

function instant(): string {
  return new Date().toISOString()
}

/** Written at once, so that the last line before a crash is not the one that is missing. */
function toStdout(line: string): void {
  try {
    writeSync(1, line)
  } catch (error) {
    // A full pipe must slow nobody down and kill nobody.
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
  }
}
