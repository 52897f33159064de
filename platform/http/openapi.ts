import { z } from 'zod'
import type { AnyOperation, Module, World } from '../contract.ts'

/** OpenAPI 3.1 out of the very schemas that check each call. */
export interface PlainRoute {
  id: string
  method: 'get' | 'post'
  summary: string
  input: z.ZodType | null
}

/** `routes`: what answers beside the operations, such as signing in, when there is no actor yet. */
export function openApiDocument<W extends World>(
  modules: readonly Module<W>[],
  publicUrl: string,
  routes: readonly PlainRoute[] = [],
): object {
  const paths: Record<string, object> = {}
  for (const module of modules) {
    for (const operation of module.operations) {
      const method = operation.kind === 'query' && !operation.personal ? 'get' : 'post'
      paths[`/api/${module.name}.${operation.name}`] = { [method]: operationObject(module.name, operation) }
    }
  }
  for (const route of routes) paths[`/api/${route.id}`] = { [route.method]: plainObject(route) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Linli (邻里)',
      version: '1',
      description: '街道服务平台接口。每个写操作可带 Idempotency-Key；出错按 RFC 9457 应答。',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'linli.session_token' },
        machine: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: problemSchema },
    },
    security: [{ session: [] }, { machine: [] }],
  }
}

function operationObject<W extends World>(moduleName: string, operation: AnyOperation<W>): object {
  const isGet = operation.kind === 'query' && !operation.personal
  const input = schemaOf(operation.input) as { properties?: Record<string, object>; required?: string[] }
  return {
    operationId: `${moduleName}.${operation.name}`,
    summary: operation.summary,
    tags: [moduleName],
    'x-callers': operation.callers,
    'x-kind': operation.kind,
    ...(operation.callers.includes('anonymous') ? { security: [] } : {}),
    parameters: [
      ...(isGet
        ? Object.entries(input.properties ?? {}).map(([name, schema]) => ({
            name,
            in: 'query',
            required: input.required?.includes(name) ?? false,
            schema,
          }))
        : []),
      ...(operation.kind === 'action' ? actionHeaders : []),
    ],
    ...(isGet ? {} : { requestBody: { required: true, content: { 'application/json': { schema: input } } } }),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schemaOf(operation.output, 'output') } } },
      default: {
        description: 'Problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function plainObject({ id, summary, input }: PlainRoute): object {
  return {
    operationId: id,
    summary,
    tags: [id.split('.')[0]],
    'x-callers': ['anonymous', 'staff', 'resident', 'machine'],
    'x-kind': 'action',
    security: [],
    parameters: [],
    ...(input ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(input) } } } } : {}),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: { type: 'object' } } } },
      default: {
        description: 'Problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const actionHeaders = [
  { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 128 } },
  { name: 'If-Match', in: 'header', required: false, schema: { type: 'string', pattern: '^"?[0-9]+"?$' } },
]

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    reason: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, reason: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'input'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >
  return rest
}
