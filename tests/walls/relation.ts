import type { PersonName } from '#testing/world-people.ts'
import type { AccountName } from '#testing/world-posts.ts'
import { type CastCase, type OpenStep, postOf } from './cast.ts'
import type { Channel, Relation } from './matrix.ts'

type Who = AccountName | null

const persons: Partial<Record<AccountName, PersonName[]>> = {
  elder: ['elder'],
  guardian: ['worker'],
  southElder: ['southElder'],
  unbound: [],
}
const wards: Partial<Record<AccountName, PersonName[]>> = { guardian: ['child'] }
const homes: Record<PersonName, 'north' | 'south' | 'otherCommittee'> = {
  elder: 'north',
  worker: 'north',
  child: 'north',
  southElder: 'south',
  outsider: 'otherCommittee',
}

/** Areas above or at: what a post at an area covers, told by hand. */
const covers: Record<string, string[]> = {
  district: ['district', 'street', 'otherStreet', 'north', 'south', 'otherCommittee', 'grid'],
  street: ['street', 'north', 'south', 'grid'],
  otherStreet: ['otherStreet', 'otherCommittee'],
  north: ['north', 'grid'],
  south: ['south'],
  otherCommittee: ['otherCommittee'],
  grid: ['grid'],
}

export function channelOf(who: Who): Channel {
  if (who === null) return 'anonymous'
  if (who === 'machine' || who === 'foreignMachine') return 'machine'
  return postOf(who) ? 'staff' : 'resident'
}

export const roleOf = (who: Who): string => (who && postOf(who)?.kind) ?? channelOf(who)

export function holdsStep(who: AccountName, step: OpenStep): boolean {
  if (step.claimedBy) return step.claimedBy === who
  const post = postOf(who)
  return post !== null && post.kind === step.post && covers[post.area]!.includes(step.area)
}

const leads = (who: AccountName, one: CastCase) => {
  const post = postOf(who)
  return post !== null && ['streetLeader', 'supervisor'].includes(post.kind) && post.area === one.street
}

/** Whether somebody sees a case at all. */
export function seesCase(who: Who, one: CastCase): boolean {
  if (who === null) return false
  if (channelOf(who) === 'resident') return isOwn(who, one)
  if (channelOf(who) === 'machine') {
    const area = who === 'machine' ? 'street' : 'otherStreet'
    return one.street === area && one.steps.some((step) => step.kind === 'external')
  }
  return (
    one.filer === who || one.hadStep.includes(who) || one.steps.some((step) => holdsStep(who, step)) || leads(who, one)
  )
}

const isOwn = (who: AccountName, one: CastCase) =>
  one.filer === who || (one.applicant !== null && (persons[who] ?? []).includes(one.applicant))

const ofStep = ['claimStep', 'releaseStep', 'decideStep', 'recordExternal']
const ofFirstContact = ['requestCorrection', 'receiveCorrection', 'withdraw']

/** How somebody stands to a case, for one operation on it. */
export function relationToCase(who: Who, one: CastCase, operation: string, step?: OpenStep): Relation {
  if (who === null) return 'none'
  const channel = channelOf(who)
  if (channel === 'resident') return isOwn(who, one) ? 'own' : 'none'
  if (channel === 'machine') return seesCase(who, one) ? 'machine' : who === 'machine' ? 'none' : 'other street'
  const verb = operation.split('.')[1]!
  const named = (key: string) => one.steps.find((open) => open.key === key)
  const holds = (open: OpenStep | undefined) => open !== undefined && holdsStep(who, open)
  const own = ofStep.includes(verb)
    ? holds(step)
    : ofFirstContact.includes(verb)
      ? one.firstContact === who || (one.firstContact === null && holds(named('acceptance')))
      : verb === 'accept' || verb === 'decline'
        ? holds(named('acceptance'))
        : verb === 'conclude'
          ? holds(named('conclusion'))
          : one.filer === who || one.steps.some(holds)
  if (own) return 'own'
  return seesCase(who, one) ? 'part' : distance(who, one.committee ?? one.street, one.committee === 'north')
}

function distance(who: AccountName, place: string, inGrid: boolean): Relation {
  const { kind, area } = postOf(who)!
  if (area === 'district') return 'other department'
  const street = covers.street!.includes(area) ? 'street' : 'otherStreet'
  if (!covers[street]!.includes(place)) return 'other street'
  if (area === 'grid') return inGrid ? 'same grid' : 'other committee'
  if (covers[area]!.includes(place))
    return kind === 'committeeWorker' || kind === 'windowClerk' ? 'same committee' : 'other department'
  return 'other committee'
}

export function relationToPerson(who: Who, person: PersonName): Relation {
  if (who === null || channelOf(who) === 'machine') return 'none'
  if (channelOf(who) === 'resident') {
    return [...(persons[who] ?? []), ...(wards[who] ?? [])].includes(person) ? 'own' : 'none'
  }
  // The grid of the cast is where the whole of the northern committee lives.
  return distance(who, homes[person], homes[person] === 'north')
}

/** Whether the person's record is in sight: by home, by a live case in hand, as oneself or one's ward. */
export function seesPerson(who: Who, person: PersonName, cases: CastCase[]): boolean {
  const relation = relationToPerson(who, person)
  if (relation === 'own' || relation === 'same grid' || relation === 'same committee') return true
  if (who === null || channelOf(who) !== 'staff') return false
  return cases.some((one) => one.applicant === person && seesCase(who, one) && !leads(who, one))
}
