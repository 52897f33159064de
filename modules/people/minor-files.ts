import { z } from 'zod'
import { defineQuery, permitPost } from '#kernel/access/door.ts'
import { ageOn } from '#kernel/calendar/door.ts'
import { minorFilesOutput } from './contract.ts'
import { minorFilesInSight } from './minor-file.ts'

/** Requests for minors' files: for the supervisor those of the street, for everybody else one's own. */
export const minorFiles = defineQuery({
  name: 'minorFiles',
  summary: '未成年人档案查看申请',
  callers: ['staff'],
  personal: true,
  input: z.object({}),
  output: minorFilesOutput,
  allow: (actor) => permitPost(actor, ['supervisor', 'windowClerk', 'committeeWorker']),
  async run(ctx) {
    const files = await minorFilesInSight(ctx.tx, ctx.now)
    return {
      files: files.map(({ birthOn, askedBy, approvalId: _, ...file }) => ({
        ...file,
        age: birthOn ? ageOn(birthOn, ctx.today) : null,
        own: askedBy === ctx.actor.accountId,
      })),
    }
  },
  audit: (_input, output) =>
    output.files.length > 0 ? { subjects: output.files.map((file) => file.personId), purpose: 'minorFile' } : null,
})
