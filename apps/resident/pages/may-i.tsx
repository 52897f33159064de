import { problem } from '#platform/errors/problem.ts'
import type { Form } from '../form-body.ts'
import type { Eligibility, ItemGuide, Question } from '../item-api.ts'
import type { FieldError, Page, Shown, Visit } from '../page.ts'
import { ErrorSummary, PickField, TextField } from '../parts/fields.tsx'
import { VerdictNotice } from '../parts/verdict-notice.tsx'

/** One question a page. Answers travel in the form's body and are kept nowhere, so that no URL and no log holds them. */
export const mayIPage: Page = {
  path: '/items/:slug/may-i',
  title: 'mayITitle',
  who: 'anyone',
  async get(visit) {
    const item = await itemOf(visit)
    return show(visit, item, await visit.api.eligibility(visit.caller, item.slug, {}), {}, [])
  },
  async post(visit, form) {
    const item = await itemOf(visit)
    const known = await visit.api.eligibility(visit.caller, item.slug, {})
    const answers = answersOf(form, known.questions)
    const asked = known.questions.find(({ key }) => key === form.text('asked'))
    if (asked && !answers[asked.key]) {
      return show(visit, item, known, answers, [{ field: asked.key, message: visit.t('mayIMissing') }])
    }
    return show(visit, item, await visit.api.eligibility(visit.caller, item.slug, answers), answers, [])
  },
}

async function itemOf({ api, caller, params }: Visit): Promise<ItemGuide> {
  const item = await api.item(caller, params.slug ?? '')
  if (!item) throw problem('not-found')
  return item
}

function answersOf(form: Form, questions: Question[]): Record<string, string> {
  const answers: Record<string, string> = {}
  for (const { key } of questions) {
    const answer = form.text(key).slice(0, 200)
    if (answer) answers[key] = answer
  }
  return answers
}

function show(
  visit: Visit,
  item: ItemGuide,
  eligibility: Eligibility,
  answers: Record<string, string>,
  errors: FieldError[],
): Shown {
  const { t, street } = visit
  const { questions, outcome } = eligibility
  const at = questions.findIndex(({ key }) => !answers[key])
  const question = outcome ? undefined : questions[at]
  return {
    title: `${t('mayITitle')} - ${item.name}`,
    status: errors.length > 0 ? 422 : 200,
    back: { href: `/items/${item.slug}`, text: item.name },
    body: (
      <div className="reading">
        <ErrorSummary errors={errors} t={t} />
        {!question && <h1>{t('mayITitle')}</h1>}
        {questions.length === 0 && <p>{t('mayINoRules', { phone: street.hotline })}</p>}
        {question && (
          <form method="post" action={`/items/${item.slug}/may-i`}>
            <p className="quiet">
              {t('mayITitle')} {t('mayIProgress', { at: at + 1, of: questions.length })}
            </p>
            {at === 0 && <p>{t('mayIIntro')}</p>}
            {questions
              .filter(({ key }) => answers[key])
              .map(({ key }) => (
                <input key={key} type="hidden" name={key} value={answers[key]} />
              ))}
            <input type="hidden" name="asked" value={question.key} />
            <QuestionField question={question} errors={errors} visit={visit} />
            <button className="button" type="submit">
              {t('continue')}
            </button>
          </form>
        )}
        {outcome && <VerdictNotice item={item} outcome={outcome} t={t} />}
      </div>
    ),
  }
}

function QuestionField({ question, errors, visit: { t } }: { question: Question; errors: FieldError[]; visit: Visit }) {
  const common = { id: question.key, help: question.help, errors }
  if (question.kind === 'date' || question.kind === 'number' || question.kind === 'text') {
    const label = <h1 className="legend">{question.text}</h1>
    return (
      <TextField
        {...common}
        label={label}
        type={question.kind === 'date' ? 'date' : 'text'}
        inputMode={question.kind === 'number' ? 'numeric' : undefined}
        short
      />
    )
  }
  const choices =
    question.kind === 'choice'
      ? (question.choices ?? [])
      : [
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
          { value: 'notSure', label: t('notSure') },
        ]
  return <PickField {...common} label={question.text} choices={choices} heading />
}
