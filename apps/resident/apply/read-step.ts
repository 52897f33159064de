import { type FormError, readSubmission } from '#kernel/forms/door.ts'
import { checkIdNumber } from '#kernel/registry/door.ts'
import type { ApplyStart, Draft, Identity } from '../application-api.ts'
import type { Form } from '../form-body.ts'
import type { FieldError, Visit } from '../page.ts'
import type { Translate } from '../texts/texts.ts'
import { formOf, formPage, heldFields } from './form-pages.ts'

type Reader = Pick<Visit, 't' | 'street' | 'api' | 'caller'>

interface Read {
  draft: Draft
  errors: FieldError[]
}

export function readWho(form: Form, start: ApplyStart, draft: Draft, t: Translate): Read {
  const as = start.choices.find((choice) => choice === form.text('as'))
  if (!as) return { draft, errors: [{ field: 'as', message: t('applyWhoMissing') }] }
  return { draft: { ...draft, as }, errors: [] }
}

export async function readIdentity(form: Form, start: ApplyStart, draft: Draft, visit: Reader): Promise<Read> {
  const { t } = visit
  const errors: FieldError[] = []
  const next: Draft = {
    ...draft,
    personId: undefined,
    wardId: undefined,
    organisation: undefined,
    principal: undefined,
  }
  if (start.self === null) next.own = readPerson('own', form, draft.own, errors, visit)
  if (start.persons.length > 1 && (draft.as ?? 'self') === 'self') {
    next.personId = start.persons.find(({ id }) => id === form.text('person'))?.id
    if (!next.personId) errors.push({ field: 'person', message: t('applyWhoMissing') })
  }
  if (draft.as === 'organisation') {
    const code = form.text('organisation')
    const found = code ? await visit.api.organisation(visit.caller, code) : draft.organisation
    if (found) next.organisation = found
    else errors.push({ field: 'organisation', message: t('fieldUsccWrong') })
  }
  if (draft.as === 'guardian') next.wardId = start.wards.find(({ id }) => id === form.text('ward'))?.id
  if (draft.as === 'agent' || (draft.as === 'guardian' && !next.wardId)) {
    const person = readPerson('principal', form, draft.principal, errors, visit)
    const relation = form.text('relation').slice(0, 200)
    if (!relation) errors.push({ field: 'relation', message: t('fieldRelationMissing') })
    next.principal = { ...person, relation }
  }
  return { draft: next, errors }
}

/** An ID number that was kept is never sent back to the browser, so an empty field means: unchanged. */
function readPerson(
  who: string,
  form: Form,
  kept: Identity | undefined,
  errors: FieldError[],
  { t, street }: Pick<Visit, 't' | 'street'>,
): Identity {
  const name = form.text(`${who}Name`).normalize('NFC').slice(0, 50)
  const typed = form.text(`${who}IdNumber`)
  if (!name) errors.push({ field: `${who}Name`, message: t('fieldNameMissing') })
  if (!typed && kept?.idNumber && kept.name === name) return { name, idNumber: kept.idNumber }
  const checked = checkIdNumber(typed, { allowSynthetic: street.demo, today: street.today })
  if (!checked.ok) errors.push({ field: `${who}IdNumber`, message: t('fieldIdNumberWrong') })
  return { name, idNumber: checked.ok ? checked.number : '' }
}

export interface ReadPage {
  draft: Draft
  errors: FormError[]
}

/** What stands on this page replaces what stood there before; the rest of the answers stays. */
export function readFormPage(form: Form, start: ApplyStart, at: number, draft: Draft, today: string): ReadPage {
  const page = formPage(start.form, at)
  const kept = Object.fromEntries(
    Object.entries(draft.answers).filter(([key]) => !page.fields.some((field) => field.key === key)),
  )
  const typed = readSubmission(page, (name) => form.all(name))
  const checked = formOf(start.form).validate({ ...kept, ...typed }, today, heldFields(start, draft))
  const errors = checked.errors.filter(({ field }) => page.fields.some(({ key }) => key === field))
  const seen = errors.length > 0 ? draft.seen.filter((page) => page !== at) : [...new Set([...draft.seen, at])]
  return { draft: { ...draft, answers: checked.answers, seen }, errors }
}
