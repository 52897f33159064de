import { z } from 'zod'

export const caseId = z.uuid()
const answers = z.record(
  z.string().max(60),
  z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)]),
)
const words = z.string().trim().min(1).max(2000)
const reason = z.string().trim().min(2).max(500)

export const applicationStates = [
  'submitted',
  'awaitingCorrection',
  'accepted',
  'decided',
  'concluded',
  'declined',
  'withdrawn',
] as const
export type ApplicationState = (typeof applicationStates)[number]

export const outcomes = ['approved', 'refused', 'declined', 'withdrawn'] as const

/** The answer of every action on a case: enough to go on, nothing personal. */
export const caseAnswer = z.object({
  caseId,
  number: z.string(),
  state: z.enum(applicationStates),
  version: z.number().int(),
  dueOn: z.iso.date().nullable(),
  dueProvisional: z.boolean(),
})
export type CaseAnswer = z.infer<typeof caseAnswer>

/** Who the matter is for. With `guardian` or `agent` the one who acts is identified by himself. */
export const applicant = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self'), personId: z.uuid() }),
  z.object({ kind: z.literal('guardian'), personId: z.uuid(), agentPersonId: z.uuid() }),
  z.object({
    kind: z.literal('agent'),
    personId: z.uuid(),
    agentPersonId: z.uuid(),
    authorisation: z.string().max(200),
  }),
  z.object({ kind: z.literal('organisation'), organisationId: z.uuid(), agentPersonId: z.uuid() }),
])
export type Applicant = z.infer<typeof applicant>

export const materialState = z.enum(['received', 'verifiedFromBase', 'missing', 'follows'])

const filing = {
  itemKey: z.string().max(60),
  applicant,
  answers,
  materials: z.record(z.string().max(40), materialState),
}

/** POST /api/applications.prepare (clerk): everything that the acceptance page shows, prefilled. Without personId: 全市通办 by exact ID number. */
export const prepareInput = z.object({
  itemKey: z.string().max(60),
  personId: z.uuid().optional(),
  idNumber: z.string().max(18).optional(),
})
export const prepareOutput = z.object({
  itemKey: z.string(),
  itemVersion: z.number().int(),
  found: z.boolean(),
  personId: z.uuid().nullable(),
  name: z.string().nullable(),
  form: z.unknown(),
  answers,
  provenance: z.record(z.string(), z.object({ source: z.string(), asOf: z.string(), masked: z.string().optional() })),
  eligibility: z.object({
    outcome: z.enum(['met', 'unmet', 'unknown']),
    answers: z.array(
      z.object({
        ruleId: z.string(),
        outcome: z.enum(['met', 'unmet', 'unknown']),
        reason: z.string(),
        missing: z.array(z.string()),
      }),
    ),
  }),
  materials: z.array(
    z.object({ key: z.string(), name: z.string(), form: z.string(), needed: z.boolean(), state: materialState }),
  ),
  yuan: z.number().nullable(),
  related: z.array(
    z.object({ itemKey: z.string(), name: z.string(), reason: z.string(), outcome: z.enum(['met', 'unknown']) }),
  ),
  openCase: z.object({ caseId, number: z.string() }).nullable(),
})

/** POST /api/applications.suggest (clerk): items for a found person, best first, with the reason. */
export const suggestInput = z.object({ personId: z.uuid() })
export const suggestOutput = z.object({
  items: z.array(
    z.object({
      itemKey: z.string(),
      name: z.string(),
      outcome: z.enum(['met', 'unmet', 'unknown']),
      reason: z.string(),
    }),
  ),
})

/** POST /api/applications.acceptAtWindow: a clerk accepts on the spot. */
export const acceptAtWindowInput = z.object(filing)
/** POST /api/applications.submit: a resident submits; a window accepts it. */
export const submitInput = z.object({
  /** The street that is to handle it; needed where the applicant is not identified yet. */
  subdistrictId: z.uuid().optional(),
  itemKey: filing.itemKey,
  answers,
  materials: filing.materials,
  applicant: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('self'), personId: z.uuid().optional() }),
    z.object({ kind: z.literal('guardian'), personId: z.uuid() }),
    z.object({
      kind: z.literal('agent'),
      principalName: z.string().min(1).max(50),
      principalIdNumber: z.string().max(18),
      authorisation: z.string().min(1).max(200),
    }),
    z.object({ kind: z.literal('organisation'), organisationId: z.uuid() }),
    /** An account that is bound to no person yet: the window checks the document at acceptance. */
    z.object({ kind: z.literal('unbound'), name: z.string().min(1).max(50), idNumber: z.string().max(18) }),
  ]),
})

export const onCase = z.object({ caseId })
/** accept 受理 · decline 不予受理 · requestCorrection 补正 · receiveCorrection · withdraw · conclude 办结 */
export const acceptInput = z.object({ caseId, materials: filing.materials.optional(), personId: z.uuid().optional() })
export const declineInput = z.object({ caseId, reason, legalBasis: z.string().max(300).optional() })
/** 一次告知: all that is missing, said once. */
export const requestCorrectionInput = z.object({
  caseId,
  missing: z
    .array(z.object({ key: z.string().max(60), why: words }))
    .min(1)
    .max(40),
  note: z.string().max(1000).optional(),
})
export const receiveCorrectionInput = z.object({
  caseId,
  answers: answers.optional(),
  materials: filing.materials.optional(),
  note: z.string().max(1000).optional(),
  /** Key of a material → id of an upload (`PUT /api/files`) of the caller. */
  uploads: z.record(z.string().max(60), z.uuid()).optional(),
})
export const withdrawInput = z.object({ caseId, reason: z.string().max(500).optional() })
export const concludeInput = z.object({ caseId, note: z.string().max(1000).optional() })

export const claimStepInput = z.object({ caseId, stepId: z.uuid() })
export const decideStepInput = z.object({
  caseId,
  stepId: z.uuid(),
  outcome: z.enum(['approved', 'refused']),
  opinion: words,
})
/** What a bureau's own system says, learnt by typing, file or API. */
export const recordExternalInput = z.object({
  caseId,
  stepId: z.uuid(),
  foreignNumber: z.string().max(80).optional(),
  foreignStatus: z.string().min(1).max(80),
  how: z.enum(['file', 'api', 'typed']).default('typed'),
})
export const extendInput = z.object({ caseId, days: z.number().int().min(1).max(60), reason })
export const urgeInput = z.object({ caseId, note: z.string().max(500).optional() })
export const superviseInput = z.object({ caseId, instruction: reason })
export const rateInput = z.object({
  caseId,
  stars: z.number().int().min(1).max(5),
  words: z.string().max(1000).optional(),
})

export const views = ['mine', 'claimable', 'late', 'stale', 'all'] as const
export const clockView = z.object({
  kind: z.enum(['promisedLimit', 'statutoryLimit', 'stepLimit']),
  startedOn: z.iso.date(),
  limitDays: z.number().int(),
  extendedDays: z.number().int(),
  pauses: z.array(z.object({ from: z.iso.date(), to: z.iso.date().nullable() })),
  stoppedOn: z.iso.date().nullable(),
  dueOn: z.iso.date(),
  provisional: z.boolean(),
  colour: z.enum(['grey', 'green', 'yellow', 'red']),
  remainingDays: z.number().int(),
})
export type ClockView = z.infer<typeof clockView>

export const listRow = z.object({
  caseId,
  number: z.string(),
  itemKey: z.string(),
  itemName: z.string(),
  /** Masked: 张*三 */
  applicant: z.string(),
  state: z.enum(applicationStates),
  stepKey: z.string().nullable(),
  stepName: z.string().nullable(),
  stepId: z.uuid().nullable(),
  holder: z.string().nullable(),
  openedAt: z.string(),
  committee: z.string().nullable(),
  clock: clockView.nullable(),
})
export type ListRow = z.infer<typeof listRow>

/** POST /api/applications.inbox */
export const inboxInput = z.object({
  view: z.enum(views).default('mine'),
  itemKey: z.string().max(60).optional(),
  state: z.enum(applicationStates).optional(),
  committeeId: z.uuid().optional(),
  number: z.string().max(40).optional(),
  after: z.string().max(80).optional(),
  limit: z.number().int().min(1).max(100).default(50),
})
export const inboxOutput = z.object({
  rows: z.array(listRow),
  next: z.string().nullable(),
  counts: z.record(z.string(), z.number().int()),
})

export const allowedAction = z.object({
  action: z.string(),
  allowed: z.boolean(),
  reason: z.string().nullable(),
  stepId: z.uuid().nullable(),
})

/** POST /api/applications.open: the whole case as its reader may see it, and what he may do next. */
export const openInput = z.object({ caseId })
export const openOutput = z.object({
  caseId,
  number: z.string(),
  version: z.number().int(),
  itemKey: z.string(),
  itemVersion: z.number().int(),
  itemName: z.string(),
  state: z.enum(applicationStates),
  stateText: z.string(),
  waitsFor: z.enum(['office', 'applicant', 'nobody']),
  outcome: z.string().nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  committee: z.string().nullable(),
  applicant: z.object({
    kind: z.string(),
    name: z.string(),
    personId: z.uuid().nullable(),
    idNumberMasked: z.string().nullable(),
    agentName: z.string().nullable(),
  }),
  form: z.unknown(),
  answers,
  materials: z.array(z.object({ key: z.string(), name: z.string(), needed: z.boolean(), state: materialState })),
  clocks: z.array(clockView),
  steps: z.array(
    z.object({
      id: z.uuid().nullable(),
      key: z.string(),
      name: z.string(),
      kind: z.enum(['internal', 'external']),
      stage: z.number().int(),
      state: z.enum(['waiting', 'open', 'done', 'cancelled']),
      holder: z.string(),
      claimed: z.boolean(),
      claimedByMe: z.boolean(),
      outcome: z.string().nullable(),
      dueOn: z.iso.date().nullable(),
      system: z.string().nullable(),
      foreignNumber: z.string().nullable(),
      foreignStatus: z.string().nullable(),
      learntAt: z.string().nullable(),
      /** States that the item knows of the foreign system, for choosing. */
      knownStatuses: z.array(z.string()),
      stale: z.boolean(),
    }),
  ),
  timeline: z.array(
    z.object({
      seq: z.number().int(),
      at: z.string(),
      operation: z.string(),
      what: z.string(),
      by: z.string(),
      note: z.string().nullable(),
    }),
  ),
  /** Opened at `/api/files/<id>`. */
  files: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string(), mime: z.string(), at: z.string() })),
  correction: z
    .object({ missing: z.array(z.object({ key: z.string(), why: z.string() })), note: z.string().nullable() })
    .nullable(),
  stars: z.number().int().nullable(),
  allowed: z.array(allowedAction),
})
export type OpenedApplication = z.infer<typeof openOutput>

/** GET /api/applications.externalSteps (machine): what a bureau's system may report on. */
export const externalStepsInput = z.object({ system: z.string().max(80).optional() })
export const externalStepsOutput = z.object({
  steps: z.array(
    z.object({
      caseId,
      number: z.string(),
      stepId: z.uuid(),
      stepKey: z.string(),
      system: z.string(),
      foreignNumber: z.string().nullable(),
      foreignStatus: z.string().nullable(),
    }),
  ),
})

/** POST /api/applications.mine: a resident's own. */
export const mineOutput = z.object({ rows: z.array(listRow) })

/** GET /api/applications.figures (leader, supervisor): recomputed from events; each number drills down to its cases. */
export const figuresInput = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  by: z.enum(['item', 'committee', 'month']).default('item'),
})
export const figuresOutput = z.object({
  total: z.object({
    opened: z.number().int(),
    concluded: z.number().int(),
    onTime: z.number().int(),
    late: z.number().int(),
    running: z.number().int(),
    rated: z.number().int(),
    starsAverage: z.number().nullable(),
    satisfied: z.number().int(),
  }),
  groups: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      opened: z.number().int(),
      concluded: z.number().int(),
      onTime: z.number().int(),
      late: z.number().int(),
      running: z.number().int(),
      rated: z.number().int(),
      starsAverage: z.number().nullable(),
    }),
  ),
})

/** Events: ids only. */
export const events = [
  'applications.stateChanged@1',
  'applications.stepDone@1',
  'applications.extended@1',
  'applications.urged@1',
  'applications.supervised@1',
  'applications.rated@1',
] as const
