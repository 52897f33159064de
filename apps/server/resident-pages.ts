import type { Context, Hono } from 'hono'
import { liveResidentApi } from '#apps/resident/live/live-resident-api.ts'
import { createResidentApp } from '#apps/resident/resident-app.tsx'
import { normalisePhone, residentDoor } from '#kernel/identity/door.ts'
import type { Language } from '#platform/contract.ts'
import type { Problem } from '#platform/errors/problem.ts'
import { say } from '#platform/http/texts.ts'
import type { Composition } from './compose.ts'
import { keepUpload } from './files.ts'
import type { Runtime } from './runtime.ts'
import { catalogue } from './texts.ts'

/** The residents' own pages on this server's pipeline. */
export function residentPages(
  runtime: Runtime,
  { call, identity, takeShownCode }: Composition,
  addressOf: (c: Context) => string,
): Hono {
  const { config, log } = runtime
  const door = residentDoor(identity, { publicOrigin: config.publicUrl, addressOf })
  return createResidentApp({
    api: liveResidentApi(call, ({ session }, file) => keepUpload(runtime, session, file), config.demo),
    door: {
      ...door,
      async requestCode(c, phone) {
        await door.requestCode(c, phone)
        const demoCode = takeShownCode(normalisePhone(phone) ?? phone)
        return demoCode ? { demoCode } : {}
      },
    },
    publicOrigin: config.publicUrl,
    explain: reasonOf,
    reportError: (error) => log.error('resident page failed', { error }),
  })
}

/** A field's own reason says more than the general one. */
function reasonOf({ code, reason, params, fields }: Problem, language: Language): string {
  const [field] = fields
  if (field) return say(catalogue, language, field.reason, field.params)
  return say(catalogue, language, reason ?? `problem.${code}`, params)
}
