import type { z } from 'zod'
import type { OpenedApplication } from '#modules/applications/contract.ts'
import type { issue } from '#modules/receipts/contract.ts'
import type { ReceiptContent } from '#modules/receipts/receipt-content.ts'
import type { street } from '#modules/residents/contract.ts'
import { when } from './when.ts'

const forms: Record<string, string> = { received: '已收', verifiedFromBase: '由系统核验' }

/** A receipt is in the language of the office. It lists what was taken, not what was asked for. */
export function receiptContent(
  opened: OpenedApplication,
  issued: z.output<typeof issue.output>,
  desk: z.output<typeof street.output>,
): ReceiptContent {
  const clock = opened.clocks.find(({ kind }) => kind === 'promisedLimit') ?? opened.clocks[0]
  return {
    number: opened.number,
    itemName: opened.itemName,
    subdistrict: issued.subdistrict,
    applicantName: opened.applicant.name,
    applicantDocument: opened.applicant.idNumberMasked ?? '受理时已核验',
    ...(opened.applicant.agentName ? { agentName: opened.applicant.agentName } : {}),
    acceptedAt: when(issued.acceptedAt),
    materials: opened.materials
      .filter(({ state }) => forms[state])
      .map(({ name, state }) => ({ name, form: forms[state] as string })),
    promisedLimit: clock ? `${clock.limitDays + clock.extendedDays} 个工作日` : '当场办结',
    ...(clock ? { dueOn: clock.dueOn, provisional: clock.provisional } : {}),
    ask: { place: desk.centre?.name, phone: desk.hotline ?? '12345', hours: desk.centre?.hours },
    verifyUrl: issued.verifyUrl,
  }
}
