import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const names = { language: 'linli-language', view: 'linli-view' } as const
const year = 365 * 24 * 3600

export function preference(c: Context, name: keyof typeof names): string | undefined {
  return getCookie(c, names[name])
}

export function keepPreference(c: Context, name: keyof typeof names, value: string, secure: boolean): void {
  setCookie(c, names[name], value, { path: '/', maxAge: year, httpOnly: true, sameSite: 'Lax', secure })
}
