import path from 'node:path'
import { checkpointJob } from '#kernel/audit/door.ts'
import { loadKeyRing } from '#kernel/crypto/door.ts'
import { orphansJob } from '#kernel/files/door.ts'
import type { AnyJob } from '#kernel/jobs/door.ts'
import { createAddressBook, createFileProvider, reconcileJob, remindJob, sendJob } from '#kernel/notifications/door.ts'
import { fileStoreOf } from './files.ts'
import type { Runtime } from './runtime.ts'

/** Background work that belongs to no module: telling people, keeping the file store clean, signing the audit. */
export function kernelJobs(runtime: Runtime): AnyJob[] {
  const { config, clock } = runtime
  const provider = createFileProvider(path.join(config.dataFolder, 'messages'), clock)
  const addressBook = createAddressBook(loadKeyRing({ folder: config.keysFolder, suite: config.cipher }))
  return [
    sendJob({ provider, addressBook, office: '邻里' }),
    reconcileJob(provider),
    remindJob(clock),
    orphansJob(fileStoreOf(config)),
    checkpointJob(config.keysFolder, () => clock.now()),
  ]
}
