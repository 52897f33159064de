export { type Address, addressKey, formatAddress, parseAddress } from './address.ts'
export { syntheticArea } from './area-codes.ts'
export { type Birthday, birthdaysBetween } from './birthdays.ts'
export { ageOn, isCalendarDate } from './calendar-date.ts'
export { correctPinyin } from './correct-pinyin.ts'
export { type CreditCodeResult, checkCreditCode, creditCheckCharacter } from './credit-code.ts'
export { type FoundPerson, type FoundPersons, findPersons } from './find-persons.ts'
export {
  checkDigit,
  checkIdNumber,
  type IdKind,
  type IdNumberOptions,
  type IdNumberRefusal,
  type IdNumberResult,
  normaliseIdNumber,
  type Sex,
} from './id-number.ts'
export { maskIdNumber, maskName, maskPhone } from './mask.ts'
export { foldName, namePinyin, nameSearchKeys } from './name-pinyin.ts'
export { type OpenedPerson, openPerson } from './open-person.ts'
export { organisationByCreditCode } from './organisation-by-credit-code.ts'
export { type OrganisationCard, organisationCard } from './organisation-card.ts'
export { type PersonCard, personCard } from './person-card.ts'
export { factsOfFound, type KnownValue, type PersonFacts, personFacts } from './person-facts.ts'
export { findForApplication, personForItem } from './person-for-item.ts'
export { checkPhone, type PhoneResult } from './phone.ts'
export { readSearch, type Search } from './read-search.ts'
export { type Revealed, type RevealedField, revealPersonFields } from './reveal-person-fields.ts'
export { type RuleFacts, ruleFacts } from './rule-facts.ts'
export { type NamedPerson, personNames, wardsOf } from './wards.ts'
