import { z } from 'zod'

/** What the clerk held in her hand. */
export const documents = ['residentId', 'residencePermit', 'householdRegister', 'passport', 'other'] as const

export const showCode = { input: z.strictObject({}), output: z.object({ code: z.string(), minutes: z.number() }) }

export const bindPerson = {
  input: z.strictObject({ personId: z.uuid(), code: z.string().min(8).max(20), document: z.enum(documents) }),
  output: z.object({ accountId: z.uuid() }),
}

export const issueLetter = {
  input: z.strictObject({ personId: z.uuid(), code: z.string().min(8).max(20) }),
  /** Printed in the letter and shown nowhere else. */
  output: z.object({ letterCode: z.string(), days: z.number() }),
}

export const redeemLetter = {
  input: z.strictObject({ code: z.string().min(12).max(40) }),
  /** Null for every code that does not open anything: an answer, so that nothing is told apart. */
  output: z.object({ personId: z.uuid().nullable() }),
}

export const endBinding = { input: z.strictObject({ personId: z.uuid() }), output: z.object({}) }

export const mine = {
  input: z.strictObject({}),
  output: z.object({
    bindings: z.array(
      z.object({ personId: z.uuid(), how: z.enum(['checkedDocument', 'postedCode']), since: z.string() }),
    ),
  }),
}
