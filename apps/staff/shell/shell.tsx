import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { KeyCap } from '#ui/key-cap.tsx'
import { useKeys } from '#ui/keys.ts'
import { useTexts } from '#ui/language.tsx'
import { useNarrow } from '#ui/media.ts'
import { EmptyState } from '#ui/state-views.tsx'
import { type Place, placesOf } from '../navigation.tsx'
import { useReached } from '../session/reach.ts'
import { useSession } from '../session/session.tsx'
import { texts } from '../texts.ts'
import { KeyHelp } from './key-help.tsx'
import { PostPanel } from './post-panel.tsx'
import './shell.css'

export function Shell() {
  const t = useTexts(texts)
  const { me, post } = useSession()
  const narrow = useNarrow()
  const reached = useReached()
  const navigate = useNavigate()
  const main = useRef<HTMLElement>(null)
  const [help, setHelp] = useState(false)
  const places = placesOf(post?.kind)

  const focusSearch = () => {
    const box = main.current?.querySelector<HTMLInputElement>('[data-search] input, input[data-search]')
    if (box) {
      box.focus()
      box.select()
    } else if (places[0]) navigate({ to: places[0].to })
  }
  useKeys([
    { keys: '/', label: t.keySearch, run: focusSearch },
    { keys: '?', label: t.keyHelp, run: () => setHelp(true) },
    ...places.map((place) => ({
      keys: place.keys,
      label: t[place.keyText],
      run: () => void navigate({ to: place.to }),
    })),
  ])

  return (
    <div className="shell">
      <a className="shell-skip" href="#main">
        {t.skip}
      </a>
      {narrow ? null : (
        <aside className="shell-side">
          <p className="shell-brand">
            {t.product}
            <span>{t.workbench}</span>
          </p>
          <Places places={places} />
          <PostPanel onHelp={() => setHelp(true)} />
        </aside>
      )}
      <div className="shell-body">
        {reached ? null : (
          <p className="shell-offline" role="status">
            {t.offline}
          </p>
        )}
        {narrow ? (
          <header className="shell-top">
            <span className="shell-brand">{t.product}</span>
            <PostPanel onHelp={() => setHelp(true)} asDrawer />
          </header>
        ) : null}
        <main id="main" ref={main} tabIndex={-1}>
          {me.posts.length === 0 ? <EmptyState page title={t.noPost} hint={t.noPostHint} /> : <Outlet />}
        </main>
      </div>
      {narrow && places.length > 1 ? <Places places={places} bottom /> : null}
      <KeyHelp open={help} onClose={() => setHelp(false)} />
    </div>
  )
}

function Places({ places, bottom }: { places: Place[]; bottom?: boolean }) {
  const t = useTexts(texts)
  return (
    <nav className={bottom ? 'shell-bottom' : 'shell-places'} aria-label={t.navigation}>
      {places.map((place) => (
        <Link key={place.to} to={place.to} activeProps={{ 'aria-current': 'page' }}>
          <place.icon />
          <span>{t[place.text]}</span>
          {bottom ? null : <KeyCap>{place.keys}</KeyCap>}
        </Link>
      ))}
    </nav>
  )
}
