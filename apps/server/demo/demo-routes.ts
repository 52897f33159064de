import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { decryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import { totpCode, totpStep } from '#kernel/identity/door.ts'
import type { Runtime } from '../runtime.ts'
import { demoPassword, demoTotpSecret } from './demo-secrets.ts'
import { demoStaff } from './demo-staff.ts'

/** What makes a demo open to everybody who tries it; outside demo mode these addresses do not exist. */
export function demoRoutes({ config, web }: Pick<Runtime, 'config' | 'web'>, keys: KeyRing): Hono {
  const app = new Hono()
  app.get('/demo.accounts', async (c) => {
    const { rows } = await sql<{
      id: string
      name: string
    }>`select area_id as id, name from areas.area_version where during @> current_date`.execute(web)
    const names = new Map(rows.map((row) => [row.id, row.name]))
    return c.json({
      note: '演示账号，人员均为虚构。动态验证码见 /api/demo.totp；居民登录的短信验证码直接显示在登录页。',
      password: demoPassword,
      totpSecret: demoTotpSecret,
      staff: demoStaff().map(({ staffNumber, kind, postName, areaId }) => ({
        role: kind,
        post: postName,
        area: names.get(areaId) ?? null,
        staffNumber,
      })),
      residents: (
        await sql<{
          cipher: Buffer
          note: string
        }>`select number_cipher as cipher, note from demo.resident order by note`.execute(web)
      ).rows.map(({ cipher, note }) => ({ phone: decryptValue(keys, 'phone', cipher), note })),
    })
  })
  app.get('/demo.totp', (c) =>
    c.json({
      code: totpCode(demoTotpSecret, totpStep(Date.now() / 1000)),
      secondsLeft: 30 - (Math.floor(Date.now() / 1000) % 30),
    }),
  )
  app.get('/demo.messages', async (c) =>
    c.json({ messages: await lastMessages(path.join(config.dataFolder, 'messages')) }),
  )
  return app
}

/** The newest messages of the file-backed provider, newest first. */
async function lastMessages(folder: string): Promise<unknown[]> {
  const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => name.endsWith('.jsonl')).sort()
  const newest = names.at(-1)
  if (!newest) return []
  const lines = (await readFile(path.join(folder, newest), 'utf8')).split('\n').filter((line) => line !== '')
  return lines
    .slice(-50)
    .reverse()
    .map((line) => JSON.parse(line))
}
