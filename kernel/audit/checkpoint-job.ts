import { z } from 'zod'
import { defineJob, type Job } from '#kernel/jobs/door.ts'
import { makeCheckpoint } from './checkpoint.ts'
import { loadSigningKey } from './signing-key.ts'

/** Every five minutes where the chains stand is signed outside the data: what is younger could be cut unseen, what is older not. */
export function checkpointJob(keysFolder: string, now: () => string): Job<Record<string, never>> {
  return defineJob({
    name: 'audit.checkpoint',
    input: z.object({}) as z.ZodType<Record<string, never>>,
    cron: '*/5 * * * *',
    run: async (_input, { runAsSystem }) => {
      await runAsSystem((tx) => makeCheckpoint(tx, keysFolder, loadSigningKey(keysFolder), now()))
    },
  })
}
