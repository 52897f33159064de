import { z } from 'zod'

const caseId = z.uuid()

export const remedyStates = ['open', 'replied', 'contested', 'closed'] as const
export type RemedyState = (typeof remedyStates)[number]

export const remedyAnswer = z.object({
  caseId,
  number: z.string(),
  state: z.enum(remedyStates),
  version: z.number().int(),
  dueOn: z.iso.date().nullable(),
})
export type RemedyAnswer = z.infer<typeof remedyAnswer>

const answers = z.record(
  z.string().max(60),
  z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(200)).max(20)]),
)

/** POST /api/remedies.reply: answers to the form that `open` shows. */
export const replyInput = z.object({ caseId, answers })
/** POST /api/remedies.accept, .contest (whoever rated) */
export const acceptInput = z.object({ caseId })
export const contestInput = z.object({ caseId, reason: z.string().trim().min(2).max(500) })
/** POST /api/remedies.close (supervisor): what shows that the resident was asked and did not answer. */
export const closeInput = z.object({ caseId, evidence: z.string().trim().min(5).max(1000) })

export const allowedRemedyAction = z.object({ action: z.string(), allowed: z.boolean(), reason: z.string().nullable() })

/** A line of the reply as it may be read: the question and the answer, in words. */
export const replyLine = z.object({ key: z.string(), label: z.string(), value: z.string() })

export const remedyRow = z.object({
  caseId,
  number: z.string(),
  ratedCaseId: z.uuid(),
  ratedNumber: z.string(),
  itemKey: z.string(),
  itemName: z.string(),
  stars: z.number().int(),
  state: z.enum(remedyStates),
  stateText: z.string(),
  openedAt: z.string(),
  dueOn: z.iso.date().nullable(),
  late: z.boolean(),
})
export type RemedyRow = z.infer<typeof remedyRow>

/** POST /api/remedies.inbox (staff) */
export const inboxInput = z.object({ view: z.enum(['waiting', 'late', 'all']).default('waiting') })
export const inboxOutput = z.object({ rows: z.array(remedyRow) })
export type RemedyInbox = z.infer<typeof inboxOutput>

/** POST /api/remedies.open */
export const openInput = z.object({ caseId })
export const openOutput = remedyRow.extend({
  version: z.number().int(),
  /** What the resident wrote beside the stars. */
  ratedWords: z.string().nullable(),
  reply: z.array(replyLine).nullable(),
  repliedAt: z.string().nullable(),
  timeline: z.array(
    z.object({ seq: z.number().int(), at: z.string(), what: z.string(), by: z.string(), note: z.string().nullable() }),
  ),
  /** A definition of kernel/forms; null where the reader has nothing to fill in. */
  form: z.unknown().nullable(),
  allowed: z.array(allowedRemedyAction),
})
export type OpenedRemedy = z.infer<typeof openOutput>

/** POST /api/remedies.mine (resident): the remedies of own matters, for the page that tracks them. */
export const mineInput = z.object({ ratedCaseId: z.uuid().optional() })
export const mineOutput = z.object({
  remedies: z.array(
    remedyRow.extend({
      version: z.number().int(),
      reply: z.array(replyLine).nullable(),
      repliedAt: z.string().nullable(),
      allowed: z.array(allowedRemedyAction),
    }),
  ),
})
export type OwnRemedies = z.infer<typeof mineOutput>

/** Events: ids only. */
export const events = ['remedies.stateChanged@1'] as const
