import { z } from 'zod'

const sex = z.enum(['male', 'female', 'unknown'])
/** A full record needs a live case of one's own, or a typed reason that stays in the audit. */
export const purpose = z
  .object({ caseId: z.uuid().optional(), reason: z.string().trim().min(4).max(300).optional() })
  .refine((given) => given.caseId !== undefined || given.reason !== undefined, { message: 'people.purpose-needed' })

/** POST /api/people.find: one box for ID number, phone, name, pinyin, initials or address. */
export const findInput = z.object({
  query: z.string().trim().min(1).max(60),
  limit: z.number().int().min(1).max(50).default(20),
})
export const foundPerson = z.object({
  id: z.uuid(),
  name: z.string(),
  sex,
  age: z.number().int().nullable(),
  idNumberMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  address: z.string().nullable(),
  committee: z.string().nullable(),
})
export type FoundPerson = z.infer<typeof foundPerson>
export const findOutput = z.object({
  by: z.string(),
  reason: z.enum(['tooShort', 'wrongNumber']).nullable(),
  persons: z.array(foundPerson),
  more: z.boolean(),
})

/** POST /api/people.open */
export const openInput = z.object({ personId: z.uuid(), purpose })
const relative = z.object({
  personId: z.uuid(),
  name: z.string(),
  sex,
  age: z.number().int().nullable(),
  as: z.string(),
})
export const openOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  pinyin: z.string(),
  sex,
  birthOn: z.iso.date().nullable(),
  age: z.number().int().nullable(),
  diedOn: z.iso.date().nullable(),
  idKind: z.string().nullable(),
  idNumberMasked: z.string().nullable(),
  registeredDivision: z.string().nullable(),
  phones: z.array(
    z.object({
      id: z.uuid(),
      masked: z.string(),
      relation: z.string(),
      preferred: z.boolean(),
      doNotCall: z.boolean(),
    }),
  ),
  residencies: z.array(
    z.object({
      address: z.string().nullable(),
      committee: z.string().nullable(),
      kind: z.string(),
      from: z.iso.date(),
      until: z.iso.date().nullable(),
    }),
  ),
  household: z.array(relative),
  guardians: z.array(relative),
  wards: z.array(relative),
  /** Those in the caller's sight; `handling` ones are a purpose of their own. */
  liveCases: z.array(
    z.object({ caseId: z.uuid(), number: z.string(), what: z.string(), openedAt: z.string(), handling: z.boolean() }),
  ),
})
export type OpenedPerson = z.infer<typeof openOutput>

/** POST /api/people.reveal: lifts the mask of named fields; each lifting is one audit entry and counts against the day's limit. */
export const revealInput = z.object({
  personId: z.uuid(),
  fields: z
    .array(z.enum(['idNumber', 'phones']))
    .min(1)
    .max(2),
  purpose,
})
export const revealOutput = z.object({
  idNumber: z.string().nullable().optional(),
  phones: z.array(z.object({ id: z.uuid(), number: z.string() })).optional(),
})

/** POST /api/people.requestMinorFile, .approveMinorFile: two persons for a minor's file beyond a live case. */
export const requestMinorFileInput = z.object({ personId: z.uuid(), reason: z.string().trim().min(4).max(500) })
export const minorFileAnswer = z.object({
  fileId: z.uuid(),
  state: z.enum(['asked', 'granted', 'refused']),
  openUntil: z.string().nullable(),
})
export const approveMinorFileInput = z.object({
  fileId: z.uuid(),
  decision: z.enum(['approved', 'refused']),
  reason: z.string().max(500).optional(),
})
export const minorFile = z.object({
  fileId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  age: z.number().int().nullable(),
  /** Asked for by the caller. */
  own: z.boolean(),
  askedByPost: z.string().nullable(),
  reason: z.string(),
  askedAt: z.string(),
  state: z.enum(['waiting', 'granted', 'refused', 'ended']),
  openUntil: z.string().nullable(),
})
export type MinorFileRow = z.infer<typeof minorFile>
export const minorFilesOutput = z.object({ files: z.array(minorFile) })
