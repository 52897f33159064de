export interface Finding {
  state: 'ok' | 'warn' | 'fail'
  about: 'node' | 'data' | 'keys' | 'disk' | 'database' | 'clock'
  what: string
  remedy?: string
}
