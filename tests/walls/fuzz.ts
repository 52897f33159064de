import fc from 'fast-check'
import { z } from 'zod'
import { modules } from '#apps/server/modules.ts'
import type { Linli } from '#kernel/access/door.ts'
import { identityInputs } from '#kernel/identity/contract.ts'
import { elderCard } from '#modules/service-items/catalogue/elder-card.ts'
import type { AnyOperation } from '#platform/contract.ts'
import type { AccountName } from '#testing/world-posts.ts'
import { arbitraryOf, type JsonSchema, type Known, mutated } from './arbitrary.ts'
import { type Cast, createCast } from './cast.ts'
import { openDoor } from './open-door.ts'
import { everybody } from './probes.ts'
import { channelOf } from './relation.ts'

export interface FuzzOutcome {
  inputs: number
  operations: number
  valid: number
  reaching: number
  statuses: Record<string, number>
  wrong: string[]
}

interface Shot {
  who: AccountName | null
  input: unknown
  headers: Record<string, string>
}

/** So many inputs an operation, out of the schemas of the OpenAPI document, as different people; each is taken back. */
export async function fuzz(perOperation: number, seed: number, isOpenDoor = openDoor): Promise<FuzzOutcome> {
  const cast = await createCast()
  const { world } = cast
  const outcome: FuzzOutcome = { inputs: 0, operations: 0, valid: 0, reaching: 0, statuses: {}, wrong: [] }
  const restore = countReaching(() => outcome.reaching++)
  try {
    const document = (await (await world.app.request('/api/openapi.json')).json()) as OpenApi
    for (const [operation, target] of targetsOf(document)) {
      outcome.operations++
      for (const { who, input, headers } of fc.sample(shots(target, cast), {
        numRuns: perOperation,
        seed: seed + outcome.operations,
      })) {
        outcome.inputs++
        const asSent = target.reads ? asWords(input) : input
        if (target.schema.safeParse(asSent).success) outcome.valid++
        const reply = await world.sendRehearsed(who, operation, asSent as object, { headers })
        outcome.statuses[reply.status] = (outcome.statuses[reply.status] ?? 0) + 1
        const shown = `${operation} by ${who ?? 'nobody'} with ${JSON.stringify(input)?.slice(0, 300)}`
        if (reply.status >= 500) outcome.wrong.push(`${reply.status}: ${shown}`)
        if (isOpenDoor(cast, operation, who, input, reply)) outcome.wrong.push(`open door: ${shown}`)
      }
    }
    return outcome
  } finally {
    restore()
    await world.dispose()
  }
}

/** A query's words travel as text in the address. */
function asWords(input: unknown): Record<string, string> {
  const words = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))
  return Object.fromEntries(Object.entries((input ?? {}) as object).map(([name, value]) => [name, words(value)]))
}

interface OpenApi {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string
        parameters?: { name: string; in: string; required: boolean; schema: JsonSchema }[]
        requestBody?: { content: Record<string, { schema: JsonSchema }> }
        'x-callers': string[]
      }
    >
  >
}
interface Target {
  json: JsonSchema
  schema: z.ZodType
  callers: string[]
  reads: boolean
}

function targetsOf(document: OpenApi): Map<string, Target> {
  const schemas = new Map<string, z.ZodType>(
    modules.flatMap((module) =>
      module.operations.map((one) => [`${module.name}.${one.name}`, one.input as z.ZodType] as const),
    ),
  )
  const targets = new Map<string, Target>()
  for (const [path, methods] of Object.entries(document.paths)) {
    const operation = path.replace('/api/', '')
    const [method, described] = Object.entries(methods)[0]!
    const parameters = (described.parameters ?? []).filter((one) => one.in === 'query')
    const ofQuery: JsonSchema = {
      type: 'object',
      properties: Object.fromEntries(parameters.map((one) => [one.name, one.schema])),
      required: parameters.filter((one) => one.required).map((one) => one.name),
    }
    const json = described.requestBody?.content['application/json']?.schema ?? ofQuery
    const schema = schemas.get(operation)
    if (schema) targets.set(operation, { json, schema, callers: described['x-callers'], reads: method === 'get' })
  }
  for (const [name, schema] of Object.entries(identityInputs)) {
    targets.set(`identity.${name}`, {
      json: z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema,
      schema,
      callers: ['anonymous'],
      reads: false,
    })
  }
  return targets
}

/** Somebody of the right kind more often than not, with a right input more often than not. */
function shots(target: Target, cast: Cast): fc.Arbitrary<Shot> {
  const valid = paired(arbitraryOf(target.json, knownIn(cast)), cast)
  const right = everybody.filter((who) => target.callers.includes(channelOf(who)))
  return fc.record({
    who: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...(right.length ? right : everybody)) },
      { weight: 1, arbitrary: fc.constantFrom(...everybody) },
    ),
    input: fc.oneof({ weight: 7, arbitrary: valid }, { weight: 2, arbitrary: mutated(valid) }),
    headers: fc.oneof(
      { weight: 8, arbitrary: fc.constant({}) },
      {
        weight: 1,
        arbitrary: fc.record({ 'if-match': fc.constantFrom('"1"', '2', '"x"', '99999999999999999999', '-1') }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ 'idempotency-key': fc.constantFrom('a-key-0001', 'short', 'k'.repeat(200)) }),
      },
    ),
  })
}

/** Steps belong to their case: three times out of four the two are of one. */
function paired(valid: fc.Arbitrary<unknown>, { cases }: Cast): fc.Arbitrary<unknown> {
  const withSteps = cases.filter((one) => one.steps.length > 0)
  return fc.tuple(valid, fc.constantFrom(...withSteps), fc.nat(3), fc.nat()).map(([value, one, chance, at]) => {
    const input = value as Record<string, unknown>
    if (chance === 0 || !input || typeof input !== 'object' || !('stepId' in input) || !('caseId' in input))
      return value
    return { ...input, caseId: one.id, stepId: one.steps[at % one.steps.length]!.id }
  })
}

function knownIn({ world, cases }: Cast): Known {
  const persons = Object.values(world.people)
  return {
    caseId: cases.map((one) => one.id),
    stepId: cases.flatMap((one) => one.steps.map((step) => step.id)),
    personId: persons.map((one) => one.id),
    agentPersonId: persons.map((one) => one.id),
    idNumber: persons.map((one) => one.idNumber),
    principalIdNumber: persons.map((one) => one.idNumber),
    subdistrictId: [world.areas.street, world.areas.otherStreet],
    committeeId: [world.areas.north, world.areas.south, world.areas.grid],
    itemKey: ['elder-card', 'minimum-living-allowance'],
    key: ['elder-card', 'minimum-living-allowance', 'idCards'],
    version: [1],
    body: [elderCard.body],
    foreignStatus: ['已制卡', '符合', '批准', '审核中'],
    query: ['李', 'lxb', 'zhang', '张德明', ...persons.map((one) => one.idNumber)],
    phone: ['19900000404', '19900000505'],
    staffNumber: ['CLERK', 'APPROVER'],
  }
}

/** Counts calls that came past parsing and loading: those are whom the policy is asked about. */
function countReaching(reached: () => void): () => void {
  const all = modules.flatMap((module) => module.operations as AnyOperation<Linli>[])
  const before = all.map((operation) => operation.allow)
  for (const operation of all) {
    const allow = operation.allow as (...given: unknown[]) => ReturnType<typeof operation.allow>
    operation.allow = (...given: unknown[]) => {
      reached()
      return allow(...given)
    }
  }
  return () => {
    for (const [n, operation] of all.entries()) Object.assign(operation, { allow: before[n] })
  }
}
