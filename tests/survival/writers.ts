import { serializeSigned } from 'hono/utils/cookie'
import { SESSION_COOKIE } from '#kernel/identity/door.ts'
import type { World } from '#testing/world.ts'

export interface Writers {
  /** Words whose writing was acknowledged with 200. */
  acknowledged: Set<string>
  /** Words that were sent at least once. */
  attempted: Set<string>
  inFlight(): number
  retried(): number
  finish(): Promise<void>
}

/** So many writers, each on its own case; each word is sent with its own Idempotency-Key until somebody acknowledges it. */
export async function startWriters(world: World, cases: string[], baseUrl: string, pauseMs = 0): Promise<Writers> {
  const cookie = await serializeSigned(
    SESSION_COOKIE,
    world.accounts.supervisor.token,
    world.composition.identity.auth.secret,
  )
  const acknowledged = new Set<string>()
  const attempted = new Set<string>()
  let flying = 0
  let again = 0
  let going = true

  async function write(caseId: string, word: string): Promise<void> {
    attempted.add(word)
    for (let tries = 0; ; tries++) {
      if (tries > 0) again++
      flying++
      const status = await fetch(`${baseUrl}/api/applications.supervise`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, 'idempotency-key': word },
        body: JSON.stringify({ caseId, instruction: word }),
        signal: AbortSignal.timeout(20_000),
      }).then(
        async (reply) => {
          const text = await reply.text()
          return text ? reply.status : 0
        },
        () => 0,
      )
      flying--
      if (status === 200) return void acknowledged.add(word)
      if (status !== 0 && status < 500 && status !== 409) throw new Error(`the writer was answered ${status}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  const done = Promise.all(
    cases.map(async (caseId, writer) => {
      for (let n = 0; going; n++) {
        await write(caseId, `word-${writer}-${n}-${Math.random().toString(36).slice(2)}`)
        if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }),
  )
  done.catch(() => undefined)
  return {
    acknowledged,
    attempted,
    inFlight: () => flying,
    retried: () => again,
    async finish() {
      going = false
      await done
    },
  }
}
