import type { Context, Hono } from 'hono'
import { sql } from 'kysely'
import { enter } from '#kernel/access/door.ts'
import { append } from '#kernel/audit/door.ts'
import { type FileStore, fileRoutes, storeFile, takeUpload } from '#kernel/files/door.ts'
import { type Identity, sessionOf } from '#kernel/identity/door.ts'
import type { Config } from '#platform/config/config.ts'
import type { Tx } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import type { Runtime } from './runtime.ts'

const MOST_BYTES = 20 * 1_048_576

export function fileStoreOf(config: Config): FileStore {
  return { folder: config.filesFolder, maxBytes: MOST_BYTES }
}

/** `PUT /files` and `GET /files/<id>`, each opening one entry in the audit. */
export function filesFor(runtime: Runtime, identity: Identity, refuse: (error: unknown, c: Context) => Response): Hono {
  return fileRoutes({
    db: runtime.web,
    clock: runtime.clock,
    store: fileStoreOf(runtime.config),
    publicOrigin: runtime.config.publicUrl,
    enter: async (tx, request) => enter(tx, { sessionId: (await sessionOf(identity, request))?.sessionId ?? null }),
    async auditOpening(tx, link, at) {
      const { rows } = await sql<{ kind: string }>`select access.account_kind() as kind`.execute(tx)
      await append(tx, {
        verb: 'files.open',
        outcome: 'done',
        channel: rows[0]!.kind,
        at,
        caseId: link.caseId,
        subjects: link.subjectKind === 'person' ? [link.subjectId] : [],
        detail: { link: link.id, kind: link.kind },
      })
    },
    refuse,
  })
}

/** A file that came inside a form, as a page without script sends it; afterwards it is like one of `PUT /files`. */
export async function keepUpload(
  runtime: Runtime,
  sessionId: string | null,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<string> {
  const store = fileStoreOf(runtime.config)
  const enterAs = async (tx: Tx) => {
    if (!(await enter(tx, { sessionId })).accountId) throw problem('not-signed-in')
  }
  // Asked before the first byte is written, so that strangers cannot fill the disk.
  await runtime.web.transaction().execute(enterAs)
  const stored = await storeFile(store, once(bytes))
  return runtime.web.transaction().execute(async (tx) => {
    await enterAs(tx)
    return takeUpload(tx, store, stored, name, runtime.clock.now())
  })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
