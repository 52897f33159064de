import { Problem, problem } from '#platform/errors/problem.ts'
import type { ApplicationView } from '../application-api.ts'
import type { Form } from '../form-body.ts'
import type { FieldError, Page, Sent, Shown, Visit } from '../page.ts'
import { ApplicationForms } from '../parts/application-forms.tsx'
import { ClockLine } from '../parts/clock-line.tsx'
import { ErrorSummary } from '../parts/fields.tsx'
import { StateMark } from '../parts/marks.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { changeApplication } from './application-changes.ts'

/** One matter from the resident's side: where it is, who has it, what he may do. Each change is a form of its own. */
export const applicationPage: Page = {
  path: '/my/applications/:id',
  title: 'trackTitle',
  who: 'account',
  async get(visit) {
    return show(visit, await open(visit), [])
  },
  async post(visit, form) {
    const application = await open(visit)
    return changed(visit, application, form)
  },
}

async function open({ api, caller, params }: Visit): Promise<ApplicationView> {
  const application = await api.application(caller, params.id ?? '')
  if (!application) throw problem('not-found')
  return application
}

async function changed(visit: Visit, application: ApplicationView, form: Form): Promise<Shown | Sent> {
  let wrong: FieldError[]
  try {
    wrong = await changeApplication(visit, application, form)
  } catch (error) {
    // Overtaken by somebody else, or gone: that is told by a page of its own.
    if (!(error instanceof Problem) || ![400, 403, 413, 422].includes(error.status)) throw error
    wrong = [{ field: 'main', message: visit.explain(error) }]
  }
  if (wrong.length > 0) return show(visit, application, wrong)
  return { redirect: `/my/applications/${application.id}?note=done` }
}

function show(visit: Visit, application: ApplicationView, errors: FieldError[]): Shown {
  const { t, url } = visit
  return {
    title: `${application.itemName} - ${t('trackTitle')}`,
    status: errors.length > 0 ? 422 : 200,
    back: { href: '/my', text: t('myTitle') },
    body: (
      <div className="reading">
        <ErrorSummary errors={errors} t={t} />
        <h1 lang="zh-CN">{application.itemName}</h1>
        {errors.length === 0 && url.searchParams.get('note') === 'done' && (
          <p className="notice good" role="status">
            {t('myDone')}
          </p>
        )}
        <dl className="facts card" lang="zh-CN">
          <dt>{t('trackState')}</dt>
          <dd>
            <StateMark state={application.state} colour={application.colour} />
          </dd>
          <dt>{t('trackHolder')}</dt>
          <dd>{application.holder}</dd>
          <dt>{t('myNext')}</dt>
          <dd>{application.next}</dd>
          <dt>{t('myNumber')}</dt>
          <dd className="number">{application.number}</dd>
        </dl>
        {application.clock && <ClockLine clock={application.clock} colour={application.colour} t={t} />}
        {application.outcome && (
          <div className={`notice ${application.outcome.good ? 'good' : 'bad'}`} lang="zh-CN">
            <h2>{t(application.outcome.good ? 'outcomeGood' : 'outcomeBad')}</h2>
            <p>{application.outcome.text}</p>
            {application.outcome.remedy && <p>{t('outcomeRemedy', { remedy: application.outcome.remedy })}</p>}
          </div>
        )}
        {application.may.includes('receipt') && (
          <form className="actions" method="post" action={`/my/applications/${application.id}/receipt.pdf`}>
            <button className="button second" type="submit">
              {t('receiptDownload')}
            </button>
          </form>
        )}
        <ApplicationForms application={application} errors={errors} t={t} />
        {application.files.length > 0 && (
          <>
            <h2>{t('trackFiles')}</h2>
            <ul lang="zh-CN">
              {application.files.map(({ name, href }) => (
                <li key={href}>
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <h2>{t('trackTimeline')}</h2>
        <Timeline application={application} t={t} />
      </div>
    ),
  }
}
