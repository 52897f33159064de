import path from 'node:path'
import { installQueue } from '#kernel/jobs/door.ts'
import { migrate } from '#platform/db/migrate.ts'

export const TREE = path.resolve(import.meta.dirname, '../..')

/** Everything that an owner must do before a version can run: Linli's own schema and the queue's. Repeating it is harmless. */
export async function bringUpToDate(ownerUrl: string, onApplied?: (file: { path: string }) => void): Promise<string[]> {
  const applied = await migrate({ ownerUrl, root: TREE, ...(onApplied ? { onApplied } : {}) })
  await installQueue(ownerUrl)
  return applied
}
