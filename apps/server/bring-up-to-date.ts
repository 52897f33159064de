import path from 'node:path'
import { installQueue } from '#kernel/jobs/door.ts'
import { migrate } from '#platform/db/migrate.ts'

export const TREE = path.resolve(import.meta.dirname, '../..')

/** Everything that an owner must do before a version can run: Linli's own schema and the queue's. Repeating it is harmless. */
export async function bringUpToDate(ownerUrl: string, onApplied?: (file: { path: string }) => void): Promise<string[]> {
  // First the queue: the functions that hand jobs to it name its types.
  await installQueue(ownerUrl)
  return migrate({ ownerUrl, root: TREE, ...(onApplied ? { onApplied } : {}) })
}
