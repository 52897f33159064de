import { elderCard } from '#modules/service-items/catalogue/elder-card.ts'
import { allowanceAnswers, cardFor, did } from '#testing/applications.ts'
import type { PersonName } from '#testing/world-people.ts'
import type { AccountName } from '#testing/world-posts.ts'
import type { Cast } from './cast.ts'
import type { Made } from './inputs-on-case.ts'

export interface Elsewhere {
  aboutPerson?: true
  /** Null: not to be asked. */
  make(who: AccountName | null, person: PersonName | null): Made | null
}

/** No case has this id. */
const nowhere = '01900000-0000-7000-8000-000000000000'

const self: Partial<Record<AccountName, PersonName>> = { elder: 'elder', guardian: 'worker', southElder: 'southElder' }

/** Operations that are not on a case: about a person, about oneself, or public. */
export async function inputsElsewhere({ world, cases }: Cast): Promise<Record<string, Elsewhere>> {
  const { code } = await did(world, 'unbound', 'bindings.showCode', {})
  const asked = { personId: world.people.child.id, reason: '核对监护情况' }
  const { fileId } = await did(world, 'northWorker', 'people.requestMinorFile', asked)
  const purpose = { reason: '核对住址信息' }
  const fixed = (input: object, fits = true): Elsewhere => ({ make: () => ({ input, fits }) })
  const ofPerson = (make: (id: string, name: PersonName, who: AccountName | null) => Made): Elsewhere => ({
    aboutPerson: true,
    make: (who, person) => make(world.people[person!].id, person!, who),
  })
  const liveCard = (person: PersonName) => ['elder', 'worker', 'outsider'].includes(person)
  const liveAllowance = (person: PersonName) => ['elder', 'worker', 'southElder', 'child'].includes(person)
  const draft = {
    answers: {},
    seen: [],
    submissionKey: 'probe-0001',
  }
  const { body } = elderCard
  return {
    'applications.prepare': ofPerson((personId) => ({ input: { itemKey: 'elder-card', personId }, fits: true })),
    'applications.suggest': ofPerson((personId) => ({ input: { personId }, fits: true })),
    'applications.acceptAtWindow': ofPerson((id, name) => ({ input: cardFor(id), fits: !liveCard(name) })),
    'applications.submit': ofPerson((personId, name, who) => ({
      input: {
        itemKey: 'minimum-living-allowance',
        applicant: { kind: who && self[who] === name ? 'self' : 'guardian', personId },
        answers: allowanceAnswers,
        materials: {},
      },
      fits: !liveAllowance(name),
    })),
    'applications.inbox': fixed({ view: 'all' }),
    'applications.mine': fixed({}),
    'applications.figures': fixed({ from: '2026-01-01', until: '2026-12-31', by: 'committee' }),
    'applications.externalSteps': fixed({}),
    'bindings.showCode': fixed({}),
    'bindings.mine': fixed({}),
    'bindings.redeemLetter': fixed({ code: 'NO-SUCH-CODE-0000' }),
    'bindings.endBinding': ofPerson((personId, name, who) => ({
      input: { personId },
      fits: who !== null && self[who] === name,
    })),
    'bindings.bindPerson': ofPerson((personId) => ({ input: { personId, code, document: 'residentId' }, fits: true })),
    'bindings.issueLetter': ofPerson((personId) => ({ input: { personId, code }, fits: true })),
    'residents.street': fixed({}),
    'residents.me': fixed({}),
    'residents.beginApplication': ofPerson((personId, name, who) => ({
      input: { itemKey: 'elder-card', personId },
      // A ward is chosen later, on the form; what is prefilled is one's own.
      fits: who !== null && self[who] === name,
    })),
    'residents.findOrganisation': fixed({ creditCode: '91310000MA1FL0000X' }),
    'residents.draft': fixed({ itemKey: 'elder-card' }),
    'residents.saveDraft': fixed({ itemKey: 'elder-card', draft }),
    'residents.discardDraft': fixed({ itemKey: 'elder-card' }),
    'residents.ownData': fixed({}),
    'residents.revealOwn': ofPerson((personId) => ({ input: { personId, field: 'idNumber' }, fits: true })),
    'residents.whoLooked': fixed({}),
    'residents.messages': fixed({}),
    'residents.readMessages': fixed({ ids: cases.map((one) => one.id) }),
    'people.find': fixed({ query: '李' }),
    'people.open': ofPerson((personId, name) => ({ input: { personId, purpose }, fits: name !== 'child' })),
    'people.reveal': ofPerson((personId, name) => ({
      input: { personId, fields: ['idNumber'], purpose },
      fits: name !== 'child',
    })),
    'people.requestMinorFile': ofPerson((personId, name, who) => ({
      input: { personId, reason: '核对监护情况' },
      // The northern worker's request for the child waits already.
      fits: name === 'child' && who !== 'northWorker',
    })),
    'people.approveMinorFile': {
      make: (who) => ({ input: { fileId, decision: 'approved' }, fits: who === 'supervisor' }),
    },
    'people.minorFiles': fixed({}),
    'remedies.inbox': fixed({}),
    'remedies.mine': fixed({}),
    'remedies.open': fixed({ caseId: nowhere }, false),
    'remedies.reply': fixed({ caseId: nowhere, answers: {} }, false),
    'remedies.close': fixed({ caseId: nowhere, evidence: '电话三次未接' }, false),
    'remedies.accept': fixed({ caseId: nowhere }, false),
    'remedies.contest': fixed({ caseId: nowhere, reason: '没有解决' }, false),
    'receipts.verify': fixed({ token: 'no-such-token' }),
    'service-items.list': fixed({}),
    'service-items.open': fixed({ key: 'elder-card' }),
    'service-items.mayI': fixed({ key: 'elder-card', facts: {} }),
    'service-items.draft': fixed({ key: 'probe-item', body }),
    'service-items.submit': fixed({ key: 'elder-card', version: 1, effectiveFrom: '2026-07-01' }, false),
    'service-items.publish': fixed({ key: 'elder-card', version: 1 }, false),
    'service-items.sendBack': fixed({ key: 'elder-card', version: 1, reason: '请修改' }, false),
    'service-items.versions': fixed({}),
    'service-items.openVersion': fixed({ key: 'elder-card', version: 1 }),
    'identity.signInStaff': fixed({ staffNumber: 'CLERK', password: 'not-the-password' }),
    'identity.verifyTotp': fixed({ code: '000000' }),
    'identity.beginEnrolment': fixed({}),
    'identity.confirmEnrolment': fixed({ code: '000000' }),
    'identity.requestCode': fixed({ phone: '19900009999' }),
    'identity.signInResident': fixed({ phone: '19900009999', code: '000000' }),
    'identity.signInMachine': fixed({ clientId: cases[0]!.id, secret: 'not-the-secret-at-all' }),
    'identity.changePassword': fixed({ current: 'not-the-password', next: 'another-password-1' }),
    // A real caller would be gone afterwards, so only nobody signs out here; the sessions' own tests do the rest.
    'identity.signOut': { make: (who) => (who === null ? { input: {}, fits: true } : null) },
    'identity.signOutEverywhere': { make: (who) => (who === null ? { input: {}, fits: true } : null) },
    'identity.me': fixed({}),
  }
}
