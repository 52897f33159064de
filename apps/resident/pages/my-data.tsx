import type { Page } from '../page.ts'
import { BindFirst } from '../parts/bind-first.tsx'

export const myDataPage: Page = {
  path: '/my/data',
  title: 'dataTitle',
  who: 'person',
  async get({ api, caller, t, street }) {
    const groups = await api.myData(caller)
    return {
      title: t('dataTitle'),
      body: (
        <div className="reading">
          <h1>{t('dataTitle')}</h1>
          {groups === null && <BindFirst street={street} t={t} />}
          {groups && <p>{groups.length > 0 ? t('dataIntro', { phone: street.hotline }) : t('dataEmpty')}</p>}
          {groups && (
            <p>
              <a href="/my/binding">{t('bindingTitle')}</a>
            </p>
          )}
          {groups?.map(({ group, values }) => (
            <section key={group}>
              <h2 lang="zh-CN">{group}</h2>
              <div className="card">
                <dl className="facts" lang="zh-CN">
                  {values.map((known) => (
                    <div key={known.label + known.source}>
                      <dt>{known.label}</dt>
                      <dd>
                        {known.value}
                        <br />
                        <span className="quiet small">
                          {t('dataSource')}：{known.source}，{t('dataAsOf')} {known.asOf}
                        </span>
                      </dd>
                    </div>
                  ))}
                </dl>
              </div>
            </section>
          ))}
        </div>
      ),
    }
  },
}
