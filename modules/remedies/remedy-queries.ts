import { sql } from 'kysely'
import type { Ctx } from '#kernel/access/door.ts'
import { addWorkingDays, workingDayOf } from '#kernel/calendar/door.ts'
import { currentCalendar, type LoadedCase, loadCase } from '#kernel/cases/door.ts'
import { decryptValue, encryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import type { Answers } from '#kernel/forms/door.ts'
import type { RemedyAnswer } from './contract.ts'
import { answerLimitDays } from './remedy.ts'

export interface Remedy {
  case: LoadedCase
  ratedCaseId: string
  ratedNumber: string
  stars: number
  replyFormId: string | null
  reply: Answers | null
  repliedAt: string | null
  /** The first day on which a reply without an answer may be closed; null before a reply. */
  closableFrom: string | null
  today: string
}

interface RemedyRecord {
  ratedCaseId: string
  ratedNumber: string
  stars: number
  replyFormId: string | null
  replyCipher: Buffer | null
  repliedAt: string | null
}

const element = 'remedyReply'
const columns = sql`rated_case_id as "ratedCaseId", rated_number as "ratedNumber", stars, reply_form_id as "replyFormId",
  reply_cipher as "replyCipher", replied_at as "repliedAt"`

export async function loadRemedy(ctx: Ctx, caseId: string, mode: 'lock' | 'read' = 'lock'): Promise<Remedy | null> {
  const subject = await loadCase(ctx.tx, caseId, mode)
  if (!subject) return null
  const { rows } = await sql<RemedyRecord>`select ${columns} from remedies.remedy where case_id = ${caseId}`.execute(
    ctx.tx,
  )
  const record = rows[0]
  if (!record) return null
  const { replyCipher, ...rest } = record
  return {
    ...rest,
    case: subject,
    reply: replyCipher && openReply(ctx.services.keys, replyCipher),
    closableFrom: await closableFrom(ctx, record.repliedAt),
    today: ctx.today,
  }
}

/** The first working day after the resident's time to answer. */
async function closableFrom(ctx: Ctx, repliedAt: string | null): Promise<string | null> {
  if (!repliedAt) return null
  const calendar = await currentCalendar(ctx.tx)
  return addWorkingDays(calendar, workingDayOf(repliedAt), answerLimitDays + 1).day
}

/** What a reply changes beside the case. */
export interface Reply {
  formId: string
  answers: Answers
}

export async function saveReply(ctx: Ctx, caseId: string, { formId, answers }: Reply): Promise<void> {
  await sql`update remedies.remedy set reply_form_id = ${formId}, replied_at = ${ctx.now},
    reply_cipher = ${encryptValue(ctx.services.keys, element, JSON.stringify(answers))} where case_id = ${caseId}`.execute(
    ctx.tx,
  )
}

function openReply(keys: KeyRing, cipher: Uint8Array): Answers {
  return JSON.parse(decryptValue(keys, element, cipher)) as Answers
}

export function answerOf(subject: LoadedCase): RemedyAnswer {
  const { state, version, dueOn } = subject.projection
  return { caseId: subject.id, number: subject.number, state: state as RemedyAnswer['state'], version, dueOn }
}
