import { problem } from '#platform/errors/problem.ts'
import type { Page } from '../page.ts'
import { guideSections } from '../parts/guide-sections.tsx'

export const itemPage: Page = {
  path: '/items/:slug',
  title: 'itemsTitle',
  who: 'anyone',
  sameForAll: true,
  async get({ api, caller, params, t, street, language }) {
    const item = await api.item(caller, params.slug ?? '')
    if (!item) throw problem('not-found')
    const sections = guideSections(item, street, t)
    return {
      title: item.name,
      back: { href: '/items', text: t('itemsTitle') },
      body: (
        <div className="reading">
          <h1 lang="zh-CN">{item.name}</h1>
          {item.summary && <p lang="zh-CN">{item.summary}</p>}
          <p className="quiet">
            {t('itemDepartment')}：<span lang="zh-CN">{item.department}</span>
          </p>
          {language !== 'zh-CN' && <p className="quiet small">{t('convertedNotice')}</p>}
          {item.crossCity && <p className="notice">{t('itemCrossCity')}</p>}
          <p className="actions">
            {item.online ? (
              <a className="button" href={`/items/${item.slug}/apply`}>
                {t('itemApply')}
              </a>
            ) : (
              <span>{t('applyNotOnline')} </span>
            )}
            {item.asksRules && (
              <a className="button second" href={`/items/${item.slug}/may-i`}>
                {t('itemMayI')}
              </a>
            )}
          </p>
          <nav className="contents" aria-label={t('itemContents')}>
            <ul>
              {sections.map(({ id, heading }) => (
                <li key={id}>
                  <a href={`#${id}`}>{t(heading)}</a>
                </li>
              ))}
            </ul>
          </nav>
          {sections.map(({ id, heading, content }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id}>{t(heading)}</h2>
              {content}
            </section>
          ))}
        </div>
      ),
    }
  },
}
