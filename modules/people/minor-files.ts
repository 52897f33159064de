import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, permitPost } from '#kernel/access/door.ts'
import { minorFilesOutput } from './contract.ts'

/** Requests for minors' files that wait for a second person, and those in force. */
export const minorFiles = defineQuery({
  name: 'minorFiles',
  summary: '未成年人档案查看申请',
  callers: ['staff'],
  personal: true,
  input: z.object({}),
  output: minorFilesOutput,
  allow: (actor) => permitPost(actor, ['supervisor']),
  async run(ctx) {
    const { rows } = await sql<z.output<typeof minorFilesOutput>['files'][number]>`
      select id as "fileId", person_id as "personId", reason, asked_at as "askedAt", open_until as "openUntil"
      from people.minor_file order by asked_at desc limit 100`.execute(ctx.tx)
    return { files: rows }
  },
  audit: (_input, output) =>
    output.files.length > 0 ? { subjects: output.files.map((file) => file.personId), purpose: 'minorFile' } : null,
})
