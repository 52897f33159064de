import type { ColumnMap } from './columns.ts'

/** People and houses. */
export const registryColumns: ColumnMap = {
  'registry.application_field': 'impersonal',
  'registry.building': 'impersonal',
  'registry.dwelling': {
    elements: {
      road: 'person.address',
      lane: 'person.address',
      sublane: 'person.address',
      house_no: 'person.address',
      unit: 'person.address',
      floor: 'person.address',
      room: 'person.address',
      address: 'person.address',
      address_key: 'person.address',
    },
  },
  'registry.estate': 'impersonal',
  'registry.find_hit': { elements: { on: 'audit.trail' }, technical: ['item_key'] },
  'registry.find_limit': 'impersonal',
  'registry.find_use': { elements: { on: 'audit.trail', times: 'audit.trail' } },
  'registry.guardianship': { elements: { during: 'person.guardianship', basis: 'person.guardianship' } },
  'registry.household': { elements: { formed_on: 'person.kinship' } },
  'registry.household_member': { elements: { kinship: 'person.kinship', during: 'person.kinship' } },
  'registry.link': { elements: { basis: 'person.sourceRecord' } },
  'registry.organisation': {
    elements: { name: 'organisation.name', credit_code: 'organisation.creditCode', address: 'organisation.address' },
    technical: ['kind', 'closed_on', 'version'],
  },
  'registry.person': {
    elements: {
      name: 'person.name',
      name_pinyin: 'person.namePinyin',
      sex: 'person.sex',
      birth_on: 'person.birthOn',
      id_kind: 'person.idKind',
      id_number_cipher: 'person.idNumber',
      id_number_index: 'person.idNumber',
      registered_division: 'person.registeredDivision',
      died_on: 'person.diedOn',
    },
    technical: ['version'],
  },
  'registry.person_phone': {
    elements: {
      number_cipher: 'person.phone',
      number_index: 'person.phone',
      kind: 'person.phone',
      relation: 'person.phoneRelation',
      do_not_call: 'person.doNotCall',
      preferred: 'person.phone',
      during: 'person.phone',
    },
  },
  'registry.person_scope': { elements: {}, technical: ['holder_key', 'why'] },
  'registry.person_search_key': { elements: { key: 'person.namePinyin' } },
  'registry.residency': { elements: { kind: 'person.residency', during: 'person.residency' } },
  'registry.source_record': {
    elements: {
      source_key_index: 'person.sourceRecord',
      as_received_cipher: 'person.sourceRecord',
      normalised_cipher: 'person.sourceRecord',
      id_number_index: 'person.idNumber',
    },
    technical: ['source'],
  },
}
