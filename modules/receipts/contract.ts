import { z } from 'zod'

/** POST /api/receipts.issue: a new receipt for an accepted case. The token is told once, to be printed, and kept as a hash. */
export const issue = {
  input: z.strictObject({ caseId: z.uuid() }),
  output: z.object({
    receiptId: z.uuid(),
    verifyUrl: z.string(),
    acceptedAt: z.string(),
    subdistrict: z.string(),
  }),
}

/** POST /api/receipts.verify: what anybody may learn who holds the paper. Null for every token that is not ours. */
export const verify = {
  input: z.strictObject({ token: z.string().max(64) }),
  output: z.object({
    receipt: z
      .object({
        number: z.string(),
        itemKey: z.string(),
        itemName: z.string(),
        state: z.string(),
        stateText: z.string(),
        acceptedOn: z.iso.date(),
        dueOn: z.iso.date().nullable(),
        dueProvisional: z.boolean(),
        concludedOn: z.iso.date().nullable(),
        subdistrict: z.string(),
      })
      .nullable(),
  }),
}
