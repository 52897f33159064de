import type { z } from 'zod'
import type { Call } from '#platform/module.ts'

/** The pipeline of actions and queries, as the HTTP API runs it. */
export type CallOperation = (operation: string, call: Call, input: unknown) => Promise<{ output: unknown }>

/** Calls one operation and reads its answer by the contract, so that a change of the contract fails here and not on a page. */
export async function ask<O extends z.ZodType>(
  call: CallOperation,
  operation: string,
  output: O,
  how: Call,
  input: unknown,
): Promise<z.output<O>> {
  return output.parse((await call(operation, how, input)).output)
}

export const readsAs = ({ session }: { session: string | null }): Call => ({ sessionId: session })
