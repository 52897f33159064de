import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { identityRoutes, sessionOf } from '#kernel/identity/door.ts'
import { problemFromDatabase } from '#platform/errors/from-database.ts'
import { type Problem, problem } from '#platform/errors/problem.ts'
import { mountOperations, readerLanguage } from '#platform/http/mount.ts'
import { openApiDocument } from '#platform/http/openapi.ts'
import { problemResponse } from '#platform/http/problem-response.ts'
import { apiDocsPage } from './api-docs.tsx'
import type { Composition } from './compose.ts'
import { demoRoutes } from './demo/demo-routes.ts'
import { filesFor } from './files.ts'
import { healthRoutes } from './health.ts'
import { liveFor } from './live.ts'
import { createMeter, metricsRoute } from './metrics.ts'
import { modules } from './modules.ts'
import { receiptRoute } from './receipt-route.ts'
import { residentPages } from './resident-pages.ts'
import type { Runtime } from './runtime.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { staffApp } from './staff-app.ts'
import { catalogue } from './texts.ts'

/** Everything that answers over HTTP. */
export function createApp(runtime: Runtime, composition: Composition): Hono {
  const { ports, identity } = composition
  const { config, log, health } = runtime
  const onInternal = (error: unknown, verb: string) => log.error('operation failed', { verb, error })
  const addressOf = (c: Context) => addressBehind(c, config.trustedProxies)
  const refuse = (error: unknown, c: Context) => {
    const found: Problem = problemFromDatabase(error)
    if (found.code === 'internal') onInternal(found.cause ?? found, c.req.path)
    return problemResponse(found, catalogue, readerLanguage(c))
  }
  const app = new Hono()
  const meter = createMeter()
  app.route('/', healthRoutes(health))
  app.route('/', metricsRoute(runtime, identity, meter))
  const openApi = openApiDocument(modules, config.publicUrl, signInRoutes)
  app.get('/api/openapi.json', (c) => c.json(openApi))
  app.get('/api/docs', (c) => c.html(apiDocsPage(openApi as never)))
  app.route(
    '/api',
    identityRoutes(identity, {
      publicOrigin: config.publicUrl,
      catalogue,
      addressOf,
      onInternal,
      // The workbench shows the places of the posts that are held now; rights are asked for anew at each call.
      about: (sessionId) =>
        ports.db.transaction().execute(async (tx) => {
          const { posts, operations } = await ports.enter(tx, { sessionId })
          return { posts, operations }
        }),
    }),
  )
  if (config.demo) app.route('/api', demoRoutes(runtime, ports.services.keys))
  app.route('/api', liveFor(runtime, identity, refuse))
  app.route('/api', filesFor(runtime, identity, refuse))
  app.route(
    '/api',
    mountOperations(modules, {
      ...ports,
      catalogue,
      publicOrigin: config.publicUrl,
      sessionOf: async (request) => (await sessionOf(identity, request))?.sessionId ?? null,
      onInternal,
      onAnswer: meter.answered,
    }),
  )
  app.route(
    '/',
    receiptRoute(composition, async (c) => (await sessionOf(identity, c.req.raw))?.sessionId ?? null, refuse),
  )
  app.all('/api/*', (c) => refuse(problem('not-found'), c))
  app.route('/', staffApp(config))
  // Last: they answer every address that nobody else has.
  app.route('/', residentPages(runtime, composition, addressOf))
  return app
}

/** The caller's address: the socket's own, or what the nearest trusted proxy wrote. */
function addressBehind(c: Context, trustedProxies: number): string {
  const socket = getConnInfo(c).remote.address ?? ''
  if (trustedProxies === 0) return socket
  const hops = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean)
  return hops.at(-trustedProxies) ?? socket
}
