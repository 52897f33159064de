import { ask, type CallOperation, readsAs } from '#apps/receipt/operations.ts'
import { printReceipt } from '#apps/receipt/print-receipt.ts'
import { checkDefinition, type Prefill } from '#kernel/forms/door.ts'
import * as applications from '#modules/applications/contract.ts'
import * as receipts from '#modules/receipts/contract.ts'
import * as remedies from '#modules/remedies/contract.ts'
import * as residents from '#modules/residents/contract.ts'
import { Problem, problem } from '#platform/errors/problem.ts'
import type { Call } from '#platform/module.ts'
import type { ApplicationApi, ApplicationView, Change, Draft, Upload } from '../application-api.ts'
import type { Caller } from '../caller.ts'
import { translator } from '../texts/texts.ts'
import { applicationView, rowView } from './application-view.ts'
import { applicantsOf } from './item-guide.ts'
import { openItem } from './live-items.ts'
import { submissionOf } from './submission.ts'

/** Keeps a file for its sender and gives the id by which an action takes it. */
export type KeepFile = (caller: Caller, file: Upload) => Promise<string>

export function liveApplications(call: CallOperation, keepFile: KeepFile): ApplicationApi {
  const open = (caller: Caller, caseId: string) =>
    ask(call, 'applications.open', applications.openOutput, readsAs(caller), { caseId })
  const change = async (caller: Caller, { id, version, key }: Change, verb: string, input: object) => {
    const how: Call = { sessionId: caller.session, expectedVersion: version, ...(key ? { idempotencyKey: key } : {}) }
    await call(`applications.${verb}`, how, { caseId: id, ...input })
  }
  return {
    async applyStart(caller, slug, personId) {
      const item = await openItem(call, caller, slug)
      if (!item) throw problem('not-found')
      const begun = await ask(call, 'residents.beginApplication', residents.beginApplication.output, readsAs(caller), {
        itemKey: slug,
        ...(personId ? { personId } : {}),
      })
      const [self] = begun.persons
      const known = { answers: begun.answers, provenance: begun.provenance } as Prefill
      return {
        // Whoever acts for another is identified himself; for oneself the window does that at acceptance.
        choices: self ? applicantsOf(item.body) : ['self'],
        self: self ? { name: self.name } : null,
        persons: begun.persons,
        wards: begun.wards,
        form: checkDefinition(begun.form),
        known,
      }
    },
    organisation: async (caller, creditCode) =>
      (
        await ask(call, 'residents.findOrganisation', residents.findOrganisation.output, readsAs(caller), {
          creditCode,
        })
      ).organisation,
    draft: async (caller, itemKey) =>
      (await ask(call, 'residents.draft', residents.draft.output, readsAs(caller), { itemKey })).draft,
    async saveDraft(caller, itemKey, draft) {
      await call('residents.saveDraft', readsAs(caller), { itemKey, draft: kept(draft) })
    },
    async discardDraft(caller, itemKey) {
      await call('residents.discardDraft', readsAs(caller), { itemKey })
    },
    async submit(caller, slug, draft) {
      const street = await ask(call, 'residents.street', residents.street.output, { sessionId: null }, {})
      const how: Call = { sessionId: caller.session, idempotencyKey: draft.submissionKey }
      const { output } = await call('applications.submit', how, submissionOf(slug, draft, street.subdistrictId))
      return { id: applications.caseAnswer.parse(output).caseId }
    },
    async applications(caller) {
      const { rows } = await ask(call, 'applications.mine', applications.mineOutput, readsAs(caller), {})
      return rows.map((row) => rowView(row, translator(caller.language)))
    },
    async application(caller, id) {
      if (!applications.caseId.safeParse(id).success) return null
      try {
        const view = applicationView(await open(caller, id), translator(caller.language))
        const remedy = view.rating ? await remedyOf(call, caller, id) : undefined
        return { ...view, ...(remedy ? { remedy } : {}) }
      } catch (error) {
        if (error instanceof Problem && error.code === 'not-found') return null
        throw error
      }
    },
    async answerCorrection(caller, wanted, { text, brought, files }) {
      const uploads: Record<string, string> = {}
      for (const [key, file] of Object.entries(files)) uploads[key] = await keepFile(caller, file)
      const materials = Object.fromEntries([...brought, ...Object.keys(files)].map((key) => [key, 'follows']))
      await change(caller, wanted, 'receiveCorrection', { materials, uploads, ...(text ? { note: text } : {}) })
    },
    withdraw: (caller, wanted, reason) => change(caller, wanted, 'withdraw', reason ? { reason } : {}),
    urge: (caller, wanted, text) => change(caller, wanted, 'urge', text ? { note: text } : {}),
    rate: (caller, wanted, { score, text }) =>
      change(caller, wanted, 'rate', { stars: score, ...(text ? { words: text } : {}) }),
    answerRemedy: async (caller, { id, version, key }, { settled, reason }) => {
      const how: Call = { sessionId: caller.session, expectedVersion: version, ...(key ? { idempotencyKey: key } : {}) }
      await call(settled ? 'remedies.accept' : 'remedies.contest', how, { caseId: id, ...(settled ? {} : { reason }) })
    },
    receipt: async (caller, caseId) => (await printReceipt(call, readsAs(caller), caseId, 'A5')).pdf,
    async verify(token) {
      const { receipt } = await ask(call, 'receipts.verify', receipts.verify.output, { sessionId: null }, { token })
      if (!receipt) return null
      const { stateText, dueOn, concludedOn, ...rest } = receipt
      return { ...rest, state: stateText, ...(dueOn ? { dueOn } : {}), ...(concludedOn ? { concludedOn } : {}) }
    },
  }
}

/** The remedy that a bad rating of this matter has opened; none for most. */
async function remedyOf(call: CallOperation, caller: Caller, ratedCaseId: string): Promise<ApplicationView['remedy']> {
  const found = await ask(call, 'remedies.mine', remedies.mineOutput, readsAs(caller), { ratedCaseId })
  const [remedy] = found.remedies
  if (!remedy) return undefined
  const { caseId, version, stateText, reply, allowed } = remedy
  return {
    caseId,
    version,
    state: stateText,
    reply: reply ?? [],
    mayAnswer: allowed.some((one) => one.action === 'accept' && one.allowed),
  }
}

/** Without the empty places that JSON leaves out, so that what comes back is what was kept. */
function kept(draft: Draft): Draft {
  return JSON.parse(JSON.stringify(draft)) as Draft
}
