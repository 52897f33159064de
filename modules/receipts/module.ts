import { defineModule } from '#kernel/access/door.ts'
import { issueReceipt } from './issue-receipt.ts'
import { texts } from './texts.ts'
import { verifyReceipt } from './verify-receipt.ts'

export const receipts = defineModule({ name: 'receipts', operations: [issueReceipt, verifyReceipt], texts })
