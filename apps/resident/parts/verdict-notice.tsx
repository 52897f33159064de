import type { Eligibility, ItemGuide } from '../item-api.ts'
import type { Translate } from '../texts/texts.ts'

const looks = {
  likely: { className: 'notice good', text: 'mayILikely' },
  unlikely: { className: 'notice warn', text: 'mayIUnlikely' },
  unknown: { className: 'notice', text: 'mayIUnknown' },
} as const

/** The answer with every reason: a verdict that cannot be argued with helps nobody. */
export function VerdictNotice(props: { item: ItemGuide; outcome: NonNullable<Eligibility['outcome']>; t: Translate }) {
  const { item, outcome, t } = props
  const look = looks[outcome.verdict]
  return (
    <>
      <div className={look.className} role="status">
        <h2>{t(look.text)}</h2>
        {outcome.amount && <p lang="zh-CN">{t('mayIAmount', { amount: outcome.amount })}</p>}
        <p>{t('mayINotDecision')}</p>
      </div>
      <h2>{t('mayIReasons')}</h2>
      <ul>
        {outcome.reasons.map(({ text, met, source }) => (
          <li key={text}>
            <b>{t(met === null ? 'mayINotSure' : met ? 'mayIMet' : 'mayINotMet')}</b>：<span lang="zh-CN">{text}</span>
            {source && <div className="quiet small">{t('standingSource', { source })}</div>}
          </li>
        ))}
      </ul>
      <p className="actions">
        {item.online && (
          <a className="button" href={`/items/${item.slug}/apply`}>
            {t('itemApply')}
          </a>
        )}
        <a className="button second" href={`/items/${item.slug}/may-i`}>
          {t('mayIAgain')}
        </a>
      </p>
    </>
  )
}
