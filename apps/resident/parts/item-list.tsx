import type { ItemSummary } from '../item-api.ts'
import type { Translate } from '../texts/texts.ts'

export function ItemList({ items, t }: { items: ItemSummary[]; t: Translate }) {
  return (
    <ul className="list">
      {items.map((item) => (
        <li key={item.slug} lang="zh-CN">
          <h2>
            <a href={`/items/${item.slug}`}>{item.name}</a>
          </h2>
          {item.summary && <p>{item.summary}</p>}
          <p className="quiet small">
            {item.department} · {t(item.online ? 'itemsOnline' : 'itemsWindow')}
          </p>
        </li>
      ))}
    </ul>
  )
}

export function SearchBox({ value, t }: { value?: string; t: Translate }) {
  return (
    <form className="search" action="/items" method="get">
      <label htmlFor="search">{t('homeSearchLabel')}</label>
      <div className="row">
        <div className="cell">
          <input id="search" name="search" type="search" defaultValue={value} maxLength={60} />
        </div>
        <div>
          <button className="button" type="submit">
            {t('search')}
          </button>
        </div>
      </div>
    </form>
  )
}

export function LifeEvents(props: { events: { key: string; name: string }[]; chosen?: string; any?: string }) {
  return (
    <ul className="events">
      {props.any && (
        <li>
          <a href="/items" aria-current={props.chosen ? undefined : 'true'}>
            {props.any}
          </a>
        </li>
      )}
      {props.events.map(({ key, name }) => (
        <li key={key} lang="zh-CN">
          <a href={`/items?event=${encodeURIComponent(key)}`} aria-current={key === props.chosen ? 'true' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
