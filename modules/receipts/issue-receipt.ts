import { sql } from 'kysely'
import { defineAction } from '#kernel/access/door.ts'
import { allowed, refused } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import { acceptedCase } from './accepted-case.ts'
import * as contract from './contract.ts'
import { newVerificationToken } from './verification-token.ts'

/** 受理回执: each printing has a token of its own, so that one lost paper says nothing about another. */
export const issueReceipt = defineAction({
  name: 'issue',
  summary: '出具受理回执',
  callers: ['staff', 'resident'],
  ...contract.issue,
  load: (ctx, { caseId }) => acceptedCase(ctx, caseId),
  allow: (_actor, { acceptedAt }) => (acceptedAt === null ? refused('receipts.not-accepted-yet') : allowed),
  async run(ctx, { id, acceptedAt, subdistrict }) {
    const { token, hash } = newVerificationToken()
    const receiptId = newId()
    await sql`insert into receipts.receipt (id, case_id, kind, token_hash, accepted_at, issued_at, issued_by)
      values (${receiptId}, ${id}, 'acceptance', ${hash}, ${acceptedAt}::timestamptz, ${ctx.now}::timestamptz, ${ctx.actor.accountId})`.execute(
      ctx.tx,
    )
    return { receiptId, verifyUrl: `${ctx.services.publicUrl}/verify/${token}`, acceptedAt: acceptedAt!, subdistrict }
  },
  audit: ({ id, number, applicantPersonId }, _input, { receiptId }) => ({
    caseId: id,
    subjects: applicantPersonId ? [applicantPersonId] : [],
    purpose: `case:${number}`,
    detail: { receiptId },
  }),
})
