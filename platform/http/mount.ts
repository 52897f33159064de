import { Hono, type Context as HonoContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import type { AnyOperation, Language, Module, World } from '../contract.ts'
import { Problem, problem } from '../errors/problem.ts'
import { type Call, callOperation, type Ports } from '../module.ts'
import { languageOf } from './language.ts'
import { problemResponse } from './problem-response.ts'
import type { Catalogue } from './texts.ts'

export interface HttpPorts<W extends World> extends Ports<W> {
  catalogue: Catalogue
  /** The session of a request (cookie or machine's bearer secret), or null. */
  sessionOf(request: Request): Promise<string | null>
  /** Origins that may write; same-origin requests need no entry. */
  publicOrigin: string
  onInternal(error: unknown, verb: string): void
  /** For the meter: how each call ended and how long it took. */
  onAnswer?(verb: string, status: number, seconds: number): void
}

const maxBody = 256 * 1024

/** Every operation of every module at `/api/<module>.<name>`. */
export function mountOperations<W extends World>(modules: readonly Module<W>[], ports: HttpPorts<W>): Hono {
  const app = new Hono()
  for (const module of modules) {
    for (const operation of module.operations) {
      const path = `/${module.name}.${operation.name}`
      if (operation.kind === 'query' && !operation.personal) {
        app.get(path, (c) => answer(c, ports, module.name, operation, async () => queryInput(c)))
      } else {
        app.post(
          path,
          bodyLimit({
            maxSize: maxBody,
            onError: (c) => problemResponse(problem('too-large'), ports.catalogue, readerLanguage(c)),
          }),
          (c) => answer(c, ports, module.name, operation, async () => jsonInput(c, ports.publicOrigin)),
        )
      }
    }
  }
  return app
}

async function answer<W extends World>(
  c: HonoContext,
  ports: HttpPorts<W>,
  moduleName: string,
  operation: AnyOperation<W>,
  readInput: () => Promise<unknown>,
): Promise<Response> {
  const verb = `${moduleName}.${operation.name}`
  const began = performance.now()
  const response = await answerOrProblem(c, ports, moduleName, operation, readInput)
  ports.onAnswer?.(verb, response.status, (performance.now() - began) / 1000)
  return response
}

async function answerOrProblem<W extends World>(
  c: HonoContext,
  ports: HttpPorts<W>,
  moduleName: string,
  operation: AnyOperation<W>,
  readInput: () => Promise<unknown>,
): Promise<Response> {
  const language = readerLanguage(c)
  try {
    const input = await readInput()
    const { output, replayed } = await callOperation(ports, moduleName, operation, await callOf(c, ports), input)
    return c.json(output as object, 200, {
      'cache-control': 'no-store',
      ...(replayed ? { 'idempotency-replayed': 'true' } : {}),
    })
  } catch (error) {
    const found = error instanceof Problem ? error : problem('internal', { cause: error })
    if (found.code === 'internal') ports.onInternal(found.cause ?? found, `${moduleName}.${operation.name}`)
    return problemResponse(found, ports.catalogue, language)
  }
}

async function callOf<W extends World>(c: HonoContext, ports: HttpPorts<W>): Promise<Call> {
  const key = c.req.header('idempotency-key')
  if (key !== undefined && !/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw problem('invalid-input', { fields: [{ path: 'Idempotency-Key', reason: 'platform.idempotency-key' }] })
  }
  const match = c.req.header('if-match')
  const version = match === undefined ? undefined : Number(match.replace(/^"(\d+)"$/, '$1'))
  if (version !== undefined && !Number.isInteger(version)) {
    throw problem('invalid-input', { fields: [{ path: 'If-Match', reason: 'platform.if-match' }] })
  }
  return {
    sessionId: await ports.sessionOf(c.req.raw),
    ...(key !== undefined ? { idempotencyKey: key } : {}),
    ...(version !== undefined ? { expectedVersion: version } : {}),
  }
}

/** JSON from our own origin only: together with SameSite cookies this is the guard against forged requests. */
async function jsonInput(c: HonoContext, publicOrigin: string): Promise<unknown> {
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== publicOrigin && origin !== new URL(c.req.url).origin) {
    throw problem('refused', { reason: 'platform.foreign-origin' })
  }
  if (!(c.req.header('content-type') ?? '').toLowerCase().startsWith('application/json')) {
    throw problem('invalid-input', { fields: [{ path: 'Content-Type', reason: 'platform.json-only' }] })
  }
  try {
    return await c.req.json()
  } catch {
    throw problem('invalid-input', { fields: [{ path: '', reason: 'platform.not-json' }] })
  }
}

function queryInput(c: HonoContext): unknown {
  return c.req.query()
}

export function readerLanguage(c: HonoContext): Language {
  return languageOf({ acceptLanguage: c.req.header('accept-language'), chosen: getCookie(c, 'linli-language') })
}
