import { sql } from 'kysely'
import { z } from 'zod'
import { defineJob } from '#kernel/jobs/door.ts'

/** Drafts hold what people typed about themselves; what nobody has touched for 30 days is forgotten. */
export const forgetDrafts = defineJob({
  name: 'residents.forget-drafts',
  input: z.object({}),
  cron: '20 3 * * *',
  async run(_input, { runAsSystem }) {
    await runAsSystem(async (tx) => {
      await sql`delete from residents.draft where saved_at < now() - interval '30 days'`.execute(tx)
    })
  },
})
