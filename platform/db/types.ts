import pg from 'pg'

const { builtins } = pg.types
const TEXT_ARRAY = 1009 as Parameters<typeof pg.types.getTypeParser>[0]
const DATE_ARRAY = 1182
const TIMESTAMP_ARRAY = 1115
const TIMESTAMPTZ_ARRAY = 1185

/** `2026-01-02 03:04:05.678901+00` → `2026-01-02T03:04:05.678901Z`. Sessions run in UTC, so no instant ever meets a JS Date. */
export function isoInstant(text: string): string {
  return text.endsWith('+00') ? `${text.slice(0, -3).replace(' ', 'T')}Z` : text
}

/** Counts and versions are numbers; one that does not fit stops the query instead of being rounded in silence. */
function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a JavaScript number`)
  return value
}

const asIs = (text: string): string => text
const textArray = pg.types.getTypeParser(TEXT_ARRAY, 'text') as (text: string) => (string | null)[]
const instantArray = (text: string) => textArray(text).map((item) => (item === null ? null : isoInstant(item)))

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, asIs],
  [builtins.TIMESTAMP, asIs],
  [builtins.TIMESTAMPTZ, isoInstant],
  [builtins.INT8, safeInteger],
  [builtins.INTERVAL, asIs],
  [DATE_ARRAY, textArray],
  [TIMESTAMP_ARRAY, textArray],
  [TIMESTAMPTZ_ARRAY, instantArray],
])

/** Days stay `YYYY-MM-DD`, instants become ISO UTC strings with their microseconds. Held by each pool, never set globally. */
export const linliTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const own = format === 'binary' ? undefined : parsers.get(oid)
    return own ?? pg.types.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig
