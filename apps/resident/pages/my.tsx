import type { ApplicationSummary } from '../application-api.ts'
import type { Page } from '../page.ts'
import { StateMark } from '../parts/marks.tsx'
import type { TextKey, Translate } from '../texts/texts.ts'

const notes: Record<string, TextKey> = { submitted: 'mySubmitted', already: 'myAlready', done: 'myDone' }

/** What waits for the resident stands first. */
export const myPage: Page = {
  path: '/my',
  title: 'myTitle',
  who: 'account',
  async get({ api, caller, t, url }) {
    const applications = [...(await api.applications(caller))].sort((a, b) => Number(b.needsMe) - Number(a.needsMe))
    const note = notes[url.searchParams.get('note') ?? '']
    return {
      title: t('myTitle'),
      body: (
        <div className="reading">
          <h1>{t('myTitle')}</h1>
          {note && (
            <p className="notice good" role="status">
              {t(note)}
            </p>
          )}
          {applications.length === 0 && (
            <>
              <p>{t('myEmpty')}</p>
              <p>
                <a className="button" href="/items">
                  {t('myFind')}
                </a>
              </p>
            </>
          )}
          <ul className="list">
            {applications.map((application) => (
              <Row key={application.id} application={application} t={t} />
            ))}
          </ul>
        </div>
      ),
    }
  },
}

function Row({ application, t }: { application: ApplicationSummary; t: Translate }) {
  return (
    <li>
      <h2 lang="zh-CN">
        <a href={`/my/applications/${application.id}`}>{application.itemName}</a>
      </h2>
      <p lang="zh-CN">
        <StateMark state={application.state} colour={application.colour} />{' '}
        {application.needsMe && <StateMark state={t('myNeedsMe')} colour="yellow" />}
      </p>
      <p lang="zh-CN">
        {t('myNext')}：{application.next}
      </p>
      <p className="quiet small">
        {application.dueOn && `${t('myDue')} ${application.dueOn} · `}
        {t('myNumber')} {application.number}
      </p>
    </li>
  )
}
