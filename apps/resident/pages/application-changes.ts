import type { ApplicationView, Change, Upload } from '../application-api.ts'
import type { Form } from '../form-body.ts'
import type { FieldError, Visit } from '../page.ts'

type Changer = (visit: Visit, change: Change, application: ApplicationView, form: Form) => Promise<FieldError[]>

const changers: Record<string, Changer> = { answerCorrection, withdraw, urge, rate, answerRemedy }

/** Does what one of the page's forms asks, or says which field is wrong. An unknown form changes nothing. */
export async function changeApplication(visit: Visit, application: ApplicationView, form: Form): Promise<FieldError[]> {
  const changer = changers[form.text('change')]
  if (!changer) return []
  const version = Number(form.text('version'))
  const change = { id: application.id, version: Number.isInteger(version) ? version : -1, key: form.text('key') }
  return changer(visit, change, application, form)
}

async function answerCorrection(visit: Visit, change: Change, application: ApplicationView, form: Form) {
  const text = form.text('correctionText')
  const files: Record<string, Upload> = {}
  for (const { key } of application.correction?.materials ?? []) {
    const file = await form.file(`file-${key}`)
    if (file) files[key] = file
  }
  const brought = form.all('brought')
  if (!text && brought.length === 0 && Object.keys(files).length === 0) {
    return [{ field: 'correctionText', message: visit.t('correctionMissing') }]
  }
  await visit.api.answerCorrection(visit.caller, change, { text, files, brought })
  return []
}

async function withdraw(visit: Visit, change: Change, _: ApplicationView, form: Form) {
  if (form.text('withdrawConfirm') !== 'yes') {
    return [{ field: 'withdrawConfirm', message: visit.t('withdrawConfirmMissing') }]
  }
  await visit.api.withdraw(visit.caller, change, form.text('withdrawReason').slice(0, 500))
  return []
}

async function urge(visit: Visit, change: Change, _: ApplicationView, form: Form) {
  await visit.api.urge(visit.caller, change, form.text('urgeText').slice(0, 500))
  return []
}

async function answerRemedy(visit: Visit, change: Change, application: ApplicationView, form: Form) {
  if (!application.remedy) return []
  const settled = form.text('settled')
  const reason = form.text('remedyReason').slice(0, 500)
  if (settled !== 'yes' && settled !== 'no') return [{ field: 'settled', message: visit.t('rateMissing') }]
  if (settled === 'no' && reason.trim().length < 2)
    return [{ field: 'remedyReason', message: visit.t('remedyReasonMissing') }]
  await visit.api.answerRemedy(
    visit.caller,
    { ...change, id: application.remedy.caseId },
    { settled: settled === 'yes', reason },
  )
  return []
}

async function rate(visit: Visit, change: Change, _: ApplicationView, form: Form) {
  const score = Number(form.text('score'))
  if (!Number.isInteger(score) || score < 1 || score > 5) return [{ field: 'score', message: visit.t('rateMissing') }]
  await visit.api.rate(visit.caller, change, { score, text: form.text('rateText').slice(0, 1000) })
  return []
}
