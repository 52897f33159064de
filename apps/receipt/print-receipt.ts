import { openOutput } from '#modules/applications/contract.ts'
import { issue } from '#modules/receipts/contract.ts'
import type { ReceiptPaper } from '#modules/receipts/receipt-content.ts'
import { renderReceipt } from '#modules/receipts/receipt-pdf.ts'
import { street } from '#modules/residents/contract.ts'
import type { Call } from '#platform/module.ts'
import { ask, type CallOperation } from './operations.ts'
import { receiptContent } from './receipt-of.ts'

export interface PrintedReceipt {
  number: string
  pdf: Buffer
}

/** Issues a receipt for whoever calls and draws it: the same paper from the window and from the resident's page. */
export async function printReceipt(
  call: CallOperation,
  how: Call,
  caseId: string,
  paper: ReceiptPaper,
): Promise<PrintedReceipt> {
  const opened = await ask(call, 'applications.open', openOutput, how, { caseId })
  const desk = await ask(call, 'residents.street', street.output, { sessionId: null }, {})
  const issued = await ask(call, 'receipts.issue', issue.output, how, { caseId })
  return { number: opened.number, pdf: await renderReceipt(receiptContent(opened, issued, desk), paper) }
}
