import { z } from 'zod'

/** Where a fact comes from. What no source gives is the street's own setting (本街道设定) or still to verify (待核实). */
export const source = z.object({
  status: z.enum(['sourced', 'localSetting', 'toVerify', 'demo']),
  title: z.string().max(300).optional(),
  url: z.string().max(500).optional(),
  asOf: z.string().max(20).optional(),
})
export type Source = z.infer<typeof source>

/** A text in the languages that its author wrote; zh-CN always. */
export const localText = z.object({
  'zh-CN': z.string().min(1).max(2000),
  'zh-Hant': z.string().max(2000).optional(),
  en: z.string().max(2000).optional(),
})
export type LocalText = z.infer<typeof localText>

/** First and last day; null: until further notice. */
const effective = z.object({ from: z.iso.date(), to: z.iso.date().nullable() })

export const ruleBody = z.object({
  id: z.string().max(80),
  version: z.number().int().positive(),
  effective,
  source,
  /** FEEL subset over the facts of a person, such as `age >= 65 and registeredInCity`. */
  condition: z.string().max(500),
  reasons: z.object({ met: z.string().max(300), unmet: z.string().max(300) }),
})

export const material = z.object({
  key: z.string().max(40),
  name: localText,
  /** 原件 / 复印件 / 由本系统核验 / 可容缺后补 */
  form: z.enum(['original', 'copy', 'verifiedFromBase', 'mayFollow']),
  needed: z.boolean(),
  source,
})
export type Material = z.infer<typeof material>

export const step = z.object({
  key: z
    .string()
    .regex(/^[a-z][A-Za-z0-9]*$/)
    .max(40),
  name: localText,
  kind: z.enum(['internal', 'external']),
  /** Steps of one stage run jointly (联合); the next stage opens when all of them are done. */
  stage: z.number().int().min(1).max(20),
  holder: z.object({
    post: z.enum(['windowClerk', 'committeeWorker', 'departmentApprover', 'districtOfficer', 'supervisor']),
    at: z.enum(['committee', 'subdistrict', 'district']),
  }),
  limitDays: z.number().int().min(0).max(500).nullable(),
  /** External steps: whose system it happens in, and after how many days without news somebody is told. */
  system: z.string().max(80).optional(),
  staleAfterDays: z.number().int().min(1).max(365).optional(),
  /** Foreign states and what they mean here; an unknown state is kept and shown, never guessed. */
  statusMap: z.record(z.string().max(80), z.enum(['running', 'approved', 'refused'])).optional(),
  /** 公示: no ID numbers, shown for as many working days as the limit. */
  publicNotice: z.boolean().optional(),
  source,
})
export type ItemStep = z.infer<typeof step>

export const amount = z.object({
  tier: z.string().max(80),
  /** FEEL, as in a rule; absent: everybody. The first tier that is met counts. */
  condition: z.string().max(200).optional(),
  yuan: z.number().nonnegative(),
  /** Absent: as long as the version of the item. */
  effective: effective.optional(),
})

export const itemBody = z.object({
  name: localText,
  plainName: localText.optional(),
  /** What people call it when they look for it: everyday words, dialect, old names. */
  words: z.array(z.string().min(1).max(40)).max(40).default([]),
  department: z.object({ id: z.string().max(60), name: z.string().max(80), source }),
  lifeEvents: z.array(z.string().max(40)).max(10),
  audience: z.array(z.enum(['person', 'organisation'])).min(1),
  acceptance: z.enum(['onTheSpot', 'afterReview']),
  /** 全市通办: any street's window accepts for a resident of any other. */
  cityWide: z.boolean(),
  sensitivity: z.enum(['ordinary', 'personal', 'sensitive']),
  legalBasis: z.array(z.object({ title: z.string().max(300), source })).max(20),
  conditions: z.array(ruleBody).max(20),
  materials: z.array(material).max(40),
  /** A definition of kernel/forms; fields are bound to elements of the base. */
  form: z.unknown(),
  /** Elements of the base that this item may read for its applicant, also across streets. */
  boundElements: z.array(z.string().max(60)).max(60),
  steps: z.array(step).min(1).max(20),
  promisedLimit: z.object({ days: z.number().int().min(0).max(500), source }),
  statutoryLimit: z.object({ days: z.number().int().min(0).max(500), source }).nullable(),
  fee: z.object({ text: localText, source }),
  result: localText,
  /** `paid` is what one person gets; a `standard` is a line that others are measured by and is nobody's payment. */
  amounts: z
    .object({
      meaning: z.enum(['paid', 'standard']).default('paid'),
      unit: z.string().max(80),
      tiers: z.array(amount).max(20),
      source,
    })
    .nullable(),
  /** Reminders of the period kind: birthdays (ages) or months after the decision. */
  period: z
    .object({
      birthdays: z.array(z.number().int()).optional(),
      daysBefore: z.number().int().optional(),
      reviewMonths: z.number().int().optional(),
      source,
    })
    .nullable(),
  related: z.array(z.object({ itemKey: z.string().max(60), rule: ruleBody })).max(20),
  hotlines: z.array(z.string().max(20)).max(5),
  process: z.array(localText).max(20),
  source,
})
export type ItemBody = z.infer<typeof itemBody>

export const itemKey = z.string().regex(/^[a-z][a-z0-9-]{1,58}$/)

export const itemSummary = z.object({
  key: itemKey,
  version: z.number().int(),
  name: z.string(),
  plainName: z.string().nullable(),
  department: z.string(),
  lifeEvents: z.array(z.string()),
  audience: z.array(z.string()),
  cityWide: z.boolean(),
  promisedDays: z.number().int(),
})
export type ItemSummary = z.infer<typeof itemSummary>

/** GET /api/service-items.list */
export const listInput = z.object({ q: z.string().max(80).optional() })
export const listOutput = z.object({ items: z.array(itemSummary) })

/** GET /api/service-items.open */
export const openInput = z.object({ key: itemKey })
export const openOutput = z.object({
  key: itemKey,
  version: z.number().int(),
  effectiveFrom: z.iso.date(),
  body: itemBody,
  /** Facts that decide the conditions: what a screen asks before it calls mayI. */
  asks: z.array(z.object({ fact: z.string(), label: z.string(), kind: z.enum(['date', 'yesNo', 'number', 'text']) })),
})

/** POST /api/service-items.mayI: is a person entitled? By answers alone, without signing in; nothing is kept. */
export const mayIInput = z.object({
  key: itemKey,
  facts: z.record(z.string().max(40), z.union([z.string().max(80), z.number(), z.boolean(), z.null()])),
})
export const ruleAnswer = z.object({
  ruleId: z.string(),
  outcome: z.enum(['met', 'unmet', 'unknown']),
  reason: z.string(),
  missing: z.array(z.string()),
})
export type RuleAnswer = z.infer<typeof ruleAnswer>
export const mayIOutput = z.object({
  outcome: z.enum(['met', 'unmet', 'unknown']),
  answers: z.array(ruleAnswer),
  yuan: z.number().nullable(),
})

export const versionStatus = z.enum(['draft', 'submitted', 'published'])

/** GET /api/service-items.versions (itemEditor): every version, newest first, and what the reader may do with it. */
export const versionsInput = z.object({ key: itemKey.optional() })
export const versionRow = z.object({
  key: itemKey,
  version: z.number().int(),
  /** For If-Match when a draft is changed. */
  revision: z.number().int(),
  name: z.string(),
  status: versionStatus,
  effectiveFrom: z.iso.date().nullable(),
  effectiveTo: z.iso.date().nullable(),
  draftedBy: z.string(),
  submittedBy: z.string().nullable(),
  publishedBy: z.string().nullable(),
  allowed: z.array(z.object({ action: z.string(), allowed: z.boolean(), reason: z.string().nullable() })),
})
export type VersionRow = z.infer<typeof versionRow>
export const versionsOutput = z.object({ versions: z.array(versionRow) })
export type VersionsAnswer = z.infer<typeof versionsOutput>

/** GET /api/service-items.openVersion (itemEditor): one version as it would be read. */
export const openVersionInput = z.object({ key: itemKey, version: z.coerce.number().int().positive() })
export const openVersionOutput = z.object({
  version: versionRow,
  body: itemBody,
})
export type OpenedVersion = z.infer<typeof openVersionOutput>

/** POST /api/service-items.draft, .submit, .publish, .sendBack: a version is published by two persons (两人发布). */
export const draftInput = z.object({ key: itemKey, body: itemBody })
export const draftOutput = z.object({ key: itemKey, version: z.number().int(), revision: z.number().int() })
export const submitInput = z.object({ key: itemKey, version: z.number().int(), effectiveFrom: z.iso.date() })
export const publishInput = z.object({ key: itemKey, version: z.number().int() })
export const sendBackInput = z.object({
  key: itemKey,
  version: z.number().int(),
  reason: z.string().trim().min(2).max(500),
})
export const versionOutput = z.object({
  key: itemKey,
  version: z.number().int(),
  status: versionStatus,
})
