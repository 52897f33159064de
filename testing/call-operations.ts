import type { Kysely } from 'kysely'
import { enter, keep, type Linli, type LinliModule, reserve } from '#kernel/access/door.ts'
import { append } from '#kernel/audit/door.ts'
import type { KeyRing } from '#kernel/crypto/door.ts'
import { systemClock } from '#platform/clock.ts'
import type { Problem } from '#platform/errors/problem.ts'
import { callOperation, type Ports } from '#platform/module.ts'

/** Calls operations of one module as a session would, without a server; `policyOff` leaves the database's wall alone. */
export function callerOf(module: LinliModule, db: Kysely<unknown>, keys: KeyRing) {
  const ports: Ports<Linli> = {
    db,
    clock: systemClock,
    services: { keys, publicUrl: 'http://linli.test' } as Linli['services'],
    enter,
    audit: append,
    emit: async () => undefined,
    answered: { reserve, keep },
  }
  const call = async (
    sessionId: string | null,
    name: string,
    input: object,
    policyOff = false,
    expectedVersion?: number,
  ) => {
    const operation = module.operations.find((one) => one.name === name)
    if (!operation) throw new Error(`${module.name} has no operation ${name}`)
    const as = { sessionId, ...(expectedVersion === undefined ? {} : { expectedVersion }) }
    const { output } = await callOperation({ ...ports, policyOff }, module.name, operation, as, input)
    return output as Record<string, unknown>
  }
  /** The code of the problem that a call ends with. */
  const refusal = (sessionId: string | null, name: string, input: object, policyOff = false): Promise<string> =>
    call(sessionId, name, input, policyOff).then(
      () => 'done',
      (problem: Problem) => problem.code,
    )
  return { call, refusal }
}
