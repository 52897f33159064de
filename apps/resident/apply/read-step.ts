import { checkIdNumber } from '#kernel/registry/door.ts'
import type { ApplyStart, Draft, FormPage, Identity } from '../application-api.ts'
import type { Form } from '../form-body.ts'
import type { FieldError, Visit } from '../page.ts'
import type { Translate } from '../texts/texts.ts'

type Reader = Pick<Visit, 't' | 'street'>

interface Read {
  draft: Draft
  errors: FieldError[]
}

export function readWho(form: Form, start: ApplyStart, draft: Draft, t: Translate): Read {
  const as = start.choices.find((choice) => choice === form.text('as'))
  if (!as) return { draft, errors: [{ field: 'as', message: t('applyWhoMissing') }] }
  return { draft: { ...draft, as }, errors: [] }
}

export function readIdentity(form: Form, start: ApplyStart, draft: Draft, visit: Reader): Read {
  const { t } = visit
  const errors: FieldError[] = []
  const next: Draft = { ...draft, wardId: undefined, organisationId: undefined, principal: undefined }
  if (start.self === null) next.own = readPerson('own', form, draft.own, errors, visit)
  if (draft.as === 'organisation') {
    next.organisationId = start.organisations.find(({ id }) => id === form.text('organisation'))?.id
    if (!next.organisationId) errors.push({ field: 'organisation', message: t('applyWhoMissing') })
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
  { t, street }: Reader,
): Identity {
  const name = form.text(`${who}Name`).normalize('NFC').slice(0, 50)
  const typed = form.text(`${who}IdNumber`)
  if (!name) errors.push({ field: `${who}Name`, message: t('fieldNameMissing') })
  if (!typed && kept?.idNumber && kept.name === name) return { name, idNumber: kept.idNumber }
  const checked = checkIdNumber(typed, { allowSynthetic: street.demo, today: street.today })
  if (!checked.ok) errors.push({ field: `${who}IdNumber`, message: t('fieldIdNumberWrong') })
  return { name, idNumber: checked.ok ? checked.number : '' }
}

export function readFormPage(form: Form, page: FormPage, at: number, draft: Draft, t: Translate): Read {
  const errors: FieldError[] = []
  const answers = { ...draft.answers }
  for (const field of page.fields) {
    const value = form.text(field.key).slice(0, field.maxLength ?? 2000)
    const wrong = value === '' ? field.required && 'answerMissing' : wrongShape(field, value)
    if (wrong) errors.push({ field: field.key, message: t(wrong, { label: field.label }) })
    answers[field.key] = value
  }
  const seen = errors.length > 0 ? draft.seen.filter((page) => page !== at) : [...new Set([...draft.seen, at])]
  return { draft: { ...draft, answers, seen }, errors }
}

function wrongShape(field: FormPage['fields'][number], value: string) {
  if (field.kind === 'number' && !/^-?\d{1,12}(\.\d{1,4})?$/.test(value)) return 'answerNumberWrong'
  if (field.kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'answerDateWrong'
  if (field.kind === 'yesNo' && value !== 'yes' && value !== 'no') return 'answerMissing'
  if (field.kind === 'choice' && !field.choices?.some((choice) => choice.value === value)) return 'answerMissing'
  return false
}
