import { randomUUID } from 'node:crypto'
import type { FormError } from '#kernel/forms/door.ts'
import type { Language } from '#platform/contract.ts'
import { Problem, problem } from '#platform/errors/problem.ts'
import { textIn } from '#platform/text.ts'
import type { ApplyStart, Draft } from '../application-api.ts'
import { CheckAnswers } from '../apply/check-answers.tsx'
import { readFormPage, readIdentity, readWho } from '../apply/read-step.ts'
import { FormPageFields, IdentityFields, WhoFields } from '../apply/step-fields.tsx'
import { firstOpenStep, isDone, nextStep, type StepName, stepsOf } from '../apply/steps.ts'
import type { Form } from '../form-body.ts'
import type { ItemGuide } from '../item-api.ts'
import type { Answer, FieldError, Page, Shown, Visit } from '../page.ts'
import { ErrorSummary } from '../parts/fields.tsx'

interface Open {
  item: ItemGuide
  start: ApplyStart
  draft: Draft
}

/** One step a page. Every sent step is kept, so that one may stop anywhere and go on from another device. */
export const applyPage: Page = {
  path: '/items/:slug/apply',
  title: 'itemApply',
  who: 'account',
  async get(visit) {
    const open = await openDraft(visit)
    const first = firstOpenStep(open.start, open.draft, visit.street.today)
    const steps = stepsOf(open.start, open.draft, visit.street.today)
    const wish = steps.find((step) => step === visit.url.searchParams.get('step'))
    // A step may be visited again, or is the next one; nobody jumps over what is still open.
    return show(visit, open, wish && steps.indexOf(wish) <= steps.indexOf(first) ? wish : first, [])
  },
  async post(visit, form) {
    const slug = visit.params.slug ?? ''
    if (form.text('step') === 'discard') {
      await visit.api.discardDraft(visit.caller, slug)
      return { redirect: `/items/${encodeURIComponent(slug)}` }
    }
    // The draft is gone once it was sent: whoever clicked twice is led to his applications.
    if (form.text('step') === 'check' && !(await visit.api.draft(visit.caller, slug))) {
      return { redirect: '/my?note=already' }
    }
    const open = await openDraft(visit)
    const step = stepsOf(open.start, open.draft, visit.street.today).find((name) => name === form.text('step'))
    if (!step) return show(visit, open, firstOpenStep(open.start, open.draft, visit.street.today), [])
    return step === 'check' ? submit(visit, open, form) : keep(visit, open, step, form)
  },
}

async function openDraft({ api, caller, params }: Visit): Promise<Open> {
  const item = await api.item(caller, params.slug ?? '')
  if (!item?.online) throw problem('not-found')
  const kept = await api.draft(caller, item.slug)
  const start = await api.applyStart(caller, item.slug, kept?.personId)
  return { item, start, draft: kept ?? { answers: {}, seen: [], submissionKey: randomUUID() } }
}

async function keep(visit: Visit, open: Open, step: StepName, form: Form): Promise<Answer> {
  const { item, start } = open
  const { street } = visit
  const read = await readStep(step, form, open, visit)
  const { draft } = read
  if (read.errors.length > 0) return show(visit, { ...open, draft }, step, read.fieldErrors, read.formErrors)
  await visit.api.saveDraft(visit.caller, item.slug, draft)
  // Coming back from the check page to mend one thing leads straight there again.
  const first = firstOpenStep(start, draft, street.today)
  const next = first === 'check' ? first : nextStep(step, start, draft, street.today)
  return { redirect: `/items/${item.slug}/apply?step=${next}` }
}

interface ReadStep {
  draft: Draft
  errors: readonly unknown[]
  fieldErrors: FieldError[]
  formErrors: FormError[]
}

async function readStep(step: StepName, form: Form, { start, draft }: Open, visit: Visit): Promise<ReadStep> {
  if (step !== 'who' && step !== 'identity') {
    const read = readFormPage(form, start, Number(step.slice('form-'.length)), draft, visit.street.today)
    return { ...read, fieldErrors: [], formErrors: read.errors }
  }
  const read = step === 'who' ? readWho(form, start, draft, visit.t) : await readIdentity(form, start, draft, visit)
  return { ...read, fieldErrors: read.errors, formErrors: [] }
}

async function submit(visit: Visit, open: Open, form: Form): Promise<Answer> {
  const { item, start, draft } = open
  const missing = firstOpenStep(start, draft, visit.street.today)
  if (missing !== 'check') return { redirect: `/items/${item.slug}/apply?step=${missing}` }
  if (form.text('declare') !== 'yes') {
    return show(visit, open, 'check', [{ field: 'declare', message: visit.t('applyDeclareMissing') }])
  }
  try {
    await visit.api.submit(visit.caller, item.slug, draft)
  } catch (error) {
    // What the action refuses with a reason is said beside the button; the draft stays.
    if (!(error instanceof Problem) || error.status >= 500 || error.status === 401) throw error
    return show(visit, open, 'check', [{ field: 'declare', message: visit.explain(error) }])
  }
  await visit.api.discardDraft(visit.caller, item.slug)
  return { redirect: '/my?note=submitted' }
}

function show(
  visit: Visit,
  { item, start, draft }: Open,
  step: StepName,
  errors: FieldError[],
  formErrors: FormError[] = [],
): Shown {
  const { t, street, language } = visit
  const steps = stepsOf(start, draft, street.today)
  const at = steps.indexOf(step)
  const here = `/items/${item.slug}/apply`
  const before = steps[at - 1]
  return {
    title: t('applyTitle', { item: item.name }),
    status: errors.length + formErrors.length > 0 ? 422 : 200,
    back: before
      ? { href: `${here}?step=${before}`, text: t('back') }
      : { href: `/items/${item.slug}`, text: item.name },
    body: (
      <div className="reading">
        <ErrorSummary errors={errors} t={t} />
        <p className="quiet">
          {t('applyTitle', { item: item.name })} · {t('applyStep', { at: at + 1, of: steps.length })}
        </p>
        <form method="post" action={here}>
          <input type="hidden" name="step" value={step} />
          <StepBody {...{ step, start, draft, errors, formErrors, here, language, today: street.today, t }} />
          <button className="button" type="submit">
            {t(step === 'check' ? 'applySubmit' : 'continue')}
          </button>
        </form>
        <p className="quiet small">{t('applyKept')}</p>
        {steps.some((name) => isDone(name, start, draft)) && (
          <form method="post" action={here}>
            <input type="hidden" name="step" value="discard" />
            <button className="plain" type="submit">
              {t('applyDiscard')}
            </button>
          </form>
        )}
      </div>
    ),
  }
}

interface StepBodyProps extends Omit<Open, 'item'> {
  step: StepName
  here: string
  errors: FieldError[]
  formErrors: FormError[]
  language: Language
  today: string
  t: Visit['t']
}

function StepBody(props: StepBodyProps) {
  const { step, formErrors } = props
  if (step === 'who') return <WhoFields {...props} />
  if (step === 'identity') return <IdentityFields {...props} />
  if (step === 'check') return <CheckAnswers {...props} />
  return (
    <>
      <h1>{textIn(props.start.form.title, props.language)}</h1>
      <FormPageFields {...props} at={Number(step.slice('form-'.length))} errors={formErrors} />
    </>
  )
}
