import type { Page } from '../page.ts'
import { ItemList, LifeEvents, SearchBox } from '../parts/item-list.tsx'

/** Search, life events and the way to one's own applications: nothing else competes for the first screen. */
export const homePage: Page = {
  path: '/',
  title: 'homeTitle',
  who: 'anyone',
  sameForAll: true,
  async get({ api, caller, t, elder }) {
    const [events, items] = await Promise.all([api.lifeEvents(caller), api.items(caller, {})])
    return {
      title: t('homeTitle'),
      body: (
        <>
          <h1>{t('homeTitle')}</h1>
          <SearchBox t={t} />
          {events.length > 0 && (
            <>
              <h2>{t('homeLifeEvents')}</h2>
              <LifeEvents events={events} />
            </>
          )}
          <div className="card">
            <h2>
              <a href="/my">{t('homeTrack')}</a>
            </h2>
            <p>{t('homeTrackText')}</p>
          </div>
          <h2>{t('homeOften')}</h2>
          {items.length > 0 ? <ItemList items={items.slice(0, elder ? 4 : 8)} t={t} /> : <p>{t('itemsNoneAtAll')}</p>}
          <p>
            <a className="button second" href="/items">
              {t('homeAll')}
            </a>
          </p>
        </>
      ),
    }
  },
}
