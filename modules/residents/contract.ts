import { z } from 'zod'

const named = z.object({ id: z.uuid(), name: z.string() })
const answer = z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)])
const answers = z.record(z.string().max(60), answer)
const identity = z.strictObject({ name: z.string().max(50), idNumber: z.string().max(18) })
const itemKey = z.string().regex(/^[a-z][a-z0-9-]{1,58}$/)

/** GET /api/residents.street: where one is and whom one can ask. Null facts: no desk has been entered. */
export const street = {
  input: z.strictObject({}),
  output: z.object({
    subdistrictId: z.uuid().nullable(),
    name: z.string().nullable(),
    hotline: z.string().nullable(),
    centre: z.object({ name: z.string(), address: z.string(), hours: z.string() }).nullable(),
    today: z.iso.date(),
  }),
}

export const me = {
  input: z.strictObject({}),
  output: z.object({ phoneMasked: z.string(), persons: z.array(named), unread: z.number().int() }),
}

/** What an application of this account begins with: for whom it may be, and what the base already knows. */
export const beginApplication = {
  input: z.strictObject({ itemKey, personId: z.uuid().optional() }),
  output: z.object({
    persons: z.array(named),
    wards: z.array(named),
    form: z.unknown(),
    answers,
    provenance: z.record(
      z.string(),
      z.object({
        element: z.string(),
        source: z.record(z.string(), z.string()),
        asOf: z.string(),
        masked: z.string().optional(),
      }),
    ),
  }),
}

export const findOrganisation = {
  input: z.strictObject({ creditCode: z.string().min(1).max(30) }),
  output: z.object({ organisation: named.nullable() }),
}

export const draftBody = z.strictObject({
  as: z.enum(['self', 'guardian', 'agent', 'organisation']).optional(),
  own: identity.optional(),
  personId: z.uuid().optional(),
  wardId: z.uuid().optional(),
  organisation: named.optional(),
  principal: identity.extend({ relation: z.string().max(200) }).optional(),
  answers,
  seen: z.array(z.number().int().min(0).max(100)).max(100),
  submissionKey: z.string().min(8).max(64),
})
export type DraftBody = z.infer<typeof draftBody>

export const draft = { input: z.strictObject({ itemKey }), output: z.object({ draft: draftBody.nullable() }) }
export const saveDraft = { input: z.strictObject({ itemKey, draft: draftBody }), output: z.object({}) }
export const discardDraft = { input: z.strictObject({ itemKey }), output: z.object({}) }

/** What the base holds about the persons of this account and their wards, each value with its source and age. */
export const ownData = {
  input: z.strictObject({}),
  output: z.object({
    persons: z.array(
      named.extend({
        relation: z.enum(['self', 'ward']),
        values: z.array(
          z.object({
            label: z.string(),
            value: z.string(),
            source: z.string(),
            asOf: z.string(),
            /** Which field lifts its mask, where it has one. */
            masked: z.enum(['idNumber', 'phones']).nullable(),
          }),
        ),
      }),
    ),
  }),
}

/** A number of one's own, or of a ward, in full. */
export const revealOwn = {
  input: z.strictObject({ personId: z.uuid(), field: z.enum(['idNumber', 'phones']) }),
  output: z.object({ numbers: z.array(z.string()) }),
}

/** `who` is a post, a system, or how a private person stands to one; `own`: this very account. */
export const whoLooked = {
  input: z.strictObject({}),
  output: z.object({
    looks: z.array(z.object({ at: z.string(), own: z.boolean(), who: z.string(), what: z.string(), why: z.string() })),
  }),
}

export const messages = {
  input: z.strictObject({ before: z.uuid().optional() }),
  output: z.object({
    messages: z.array(
      z.object({
        id: z.uuid(),
        at: z.string(),
        title: z.string(),
        text: z.string(),
        caseId: z.uuid().nullable(),
        read: z.boolean(),
      }),
    ),
  }),
}

export const readMessages = {
  input: z.strictObject({ ids: z.array(z.uuid()).max(100) }),
  output: z.object({ read: z.number().int() }),
}
