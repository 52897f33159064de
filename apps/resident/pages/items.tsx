import type { Page } from '../page.ts'
import { ItemList, LifeEvents, SearchBox } from '../parts/item-list.tsx'

export const itemsPage: Page = {
  path: '/items',
  title: 'itemsTitle',
  who: 'anyone',
  sameForAll: true,
  async get({ api, caller, t, url, street, language }) {
    const search = (url.searchParams.get('search') ?? '').trim().slice(0, 60)
    const event = url.searchParams.get('event') ?? undefined
    const [events, items] = await Promise.all([
      api.lifeEvents(caller),
      api.items(caller, { search: search || undefined, lifeEvent: event }),
    ])
    return {
      title: search ? `${search} - ${t('itemsTitle')}` : t('itemsTitle'),
      body: (
        <>
          <h1>{t('itemsTitle')}</h1>
          <SearchBox value={search} t={t} />
          {events.length > 0 && (
            <nav aria-label={t('itemsFilter')}>
              <LifeEvents events={events} chosen={event} any={t('itemsAny')} />
            </nav>
          )}
          {language !== 'zh-CN' && <p className="quiet small">{t('convertedNotice')}</p>}
          {items.length > 0 ? (
            <>
              <p role="status">{t('itemsFound', { count: items.length })}</p>
              <ItemList items={items} t={t} />
            </>
          ) : (
            <p role="status">{search ? t('itemsNone', { search, phone: street.hotline }) : t('itemsNoneAtAll')}</p>
          )}
        </>
      ),
    }
  },
}
