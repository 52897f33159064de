import { Hono } from 'hono'
import { healthRoutes } from './health.ts'
import type { Runtime } from './runtime.ts'

/** Everything that answers over HTTP. */
export function createApp(runtime: Runtime): Hono {
  const app = new Hono()
  app.route('/', healthRoutes(runtime.health))
  return app
}
