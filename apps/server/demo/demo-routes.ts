import path from 'node:path'
import { Hono } from 'hono'
import type { KeyRing } from '#kernel/crypto/door.ts'
import { totpCode, totpStep } from '#kernel/identity/door.ts'
import type { Runtime } from '../runtime.ts'
import { demoAccounts } from './demo-accounts.ts'
import { demoTotpSecret } from './demo-secrets.ts'
import { demoStaff } from './demo-staff.ts'
import { lastMessages } from './last-messages.ts'

/** What makes a demo open to everybody who tries it; outside demo mode these addresses do not exist. */
export function demoRoutes({ config, web }: Pick<Runtime, 'config' | 'web'>, keys: KeyRing): Hono {
  const app = new Hono()
  app.use('/demo.*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  app.get('/demo.accounts', async (c) => c.json(await demoAccounts(web, keys)))
  // One secret for all: the number is asked for so that nobody takes the code for another account's.
  app.get('/demo.totp', (c, next) => {
    const wanted = c.req.query('staffNumber')?.trim().toUpperCase()
    if (wanted !== undefined && !demoStaff().some((one) => one.staffNumber === wanted)) return next()
    const seconds = Date.now() / 1000
    return c.json({
      ...(wanted ? { staffNumber: wanted } : {}),
      code: totpCode(demoTotpSecret, totpStep(seconds)),
      secondsLeft: 30 - (Math.floor(seconds) % 30),
    })
  })
  app.get('/demo.messages', async (c) =>
    c.json({ messages: await lastMessages(path.join(config.dataFolder, 'messages')) }),
  )
  return app
}
