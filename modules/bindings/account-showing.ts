import type { Ctx } from '#kernel/access/door.ts'
import { spendBindingCode } from '#kernel/identity/door.ts'
import { problem } from '#platform/errors/problem.ts'

/** The account whose screen shows the code. A refusal rolls back, so a code is spent only by what it was spent for. */
export async function accountShowing(ctx: Ctx, code: string): Promise<string> {
  const accountId = await spendBindingCode(ctx.services.keys, ctx.tx, { code })
  if (!accountId) throw problem('invalid-input', { fields: [{ path: 'code', reason: 'bindings.code-unknown' }] })
  return accountId
}
