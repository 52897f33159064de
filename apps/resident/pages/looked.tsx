import { when } from '#apps/receipt/when.ts'
import type { Page } from '../page.ts'
import { BindFirst } from '../parts/bind-first.tsx'

export const lookedPage: Page = {
  path: '/my/looked',
  title: 'lookedTitle',
  who: 'person',
  async get({ api, caller, t, street }) {
    const looks = await api.whoLooked(caller)
    return {
      title: t('lookedTitle'),
      body: (
        <div className="reading">
          <h1>{t('lookedTitle')}</h1>
          {looks === null ? <BindFirst street={street} t={t} /> : <p>{t('lookedIntro')}</p>}
          {looks?.length === 0 && <p>{t('lookedEmpty')}</p>}
          {looks && looks.length > 0 && (
            <ul className="list">
              {looks.map((look) => (
                <li key={look.at + look.who + look.what} className={look.own ? 'quiet' : undefined}>
                  <p className="quiet small">
                    <time dateTime={look.at}>{when(look.at)}</time>
                  </p>
                  <p lang="zh-CN">
                    <b>{look.who}</b> {look.what}
                  </p>
                  <p lang="zh-CN">
                    {t('lookedWhy')}：{look.why}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </div>
      ),
    }
  },
}
