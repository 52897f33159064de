import { when } from '#apps/receipt/when.ts'
import type { ApplicationView } from '../application-api.ts'
import type { Translate } from '../texts/texts.ts'

/** Read top down: what has happened, what is under way, what is still to come. */
export function Timeline({ application, t }: { application: ApplicationView; t: Translate }) {
  return (
    <ol className="line" lang="zh-CN">
      {application.timeline.map((happening) => (
        <li key={happening.at + happening.title} className={happening.colour}>
          <h3>{happening.title}</h3>
          <p className="quiet small">
            <time dateTime={happening.at}>{when(happening.at)}</time>
            {happening.by && ` · ${t('trackBy', { who: happening.by })}`}
          </p>
          {happening.text && <p>{happening.text}</p>}
        </li>
      ))}
      {application.ahead.map(({ name, who, open }) => (
        <li key={name} className={open ? 'now' : 'later'}>
          <h3>{name}</h3>
          <p className="quiet small">
            {t(open ? 'trackNow' : 'trackLater')} · {who}
          </p>
        </li>
      ))}
    </ol>
  )
}
