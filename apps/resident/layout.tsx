import type { ReactNode } from 'react'
import { type Language, languages } from '#platform/contract.ts'
import type { Shown, Visit } from './page.ts'
import { whereOf } from './parts/where.ts'
import { styleSheet } from './style-sheet.ts'

const languageNames: Record<Language, string> = { 'zh-CN': '简体中文', 'zh-Hant': '繁體中文', en: 'English' }

/** The frame of every page. It holds no script: whatever a page does, it does by links and forms. */
export function Layout({ visit, shown }: { visit: Visit; shown: Shown }) {
  const { t, street, language, elder } = visit
  return (
    <html lang={language} className={elder ? 'elder' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${shown.title} - ${street.name}`}</title>
        <link rel="stylesheet" href={styleSheet.path} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        <header>
          {street.demo && (
            <div className="demo">
              <div className="inner">{t('demoBanner')}</div>
            </div>
          )}
          <div className="top">
            <div className="inner">
              <div>
                <a className="brand" href="/">
                  <b lang="zh-CN">{street.name}</b>
                  <span>{t('siteName')}</span>
                </a>
              </div>
              <Choices visit={visit} />
            </div>
          </div>
          <Navigation visit={visit} />
        </header>
        <main id="main" tabIndex={-1}>
          <div className="inner">
            {shown.back && (
              <a className="back" href={shown.back.href}>
                ‹ {shown.back.text}
              </a>
            )}
            {shown.body}
          </div>
        </main>
        <Footer visit={visit} />
      </body>
    </html>
  )
}

function Choices({ visit: { t, url, language, elder } }: { visit: Visit }) {
  const back = encodeURIComponent(url.pathname + url.search)
  return (
    <ul className="choices" aria-label={t('language')}>
      {languages.map((choice) => (
        <li key={choice}>
          <a
            href={`/choose?language=${choice}&back=${back}`}
            lang={choice}
            hrefLang={choice}
            rel="nofollow"
            aria-current={choice === language ? 'true' : undefined}
          >
            {languageNames[choice]}
          </a>
        </li>
      ))}
      <li>
        <a href={`/choose?view=${elder ? 'standard' : 'elder'}&back=${back}`} rel="nofollow">
          {t(elder ? 'elderOff' : 'elderOn')}
        </a>
      </li>
    </ul>
  )
}

function Navigation({ visit }: { visit: Visit }) {
  const { t, account, url } = visit
  return (
    <nav className="main-nav" aria-label={t('mainNavigation')}>
      <div className="inner">
        <ul>
          <NavLink at={url.pathname} to="/items" text={t('navItems')} />
          <NavLink at={url.pathname} to="/my" text={t('navMy')} />
          {account && (
            <>
              <NavLink
                at={url.pathname}
                to="/my/messages"
                text={`${t('navMessages')}${account.unread ? ` (${account.unread})` : ''}`}
              />
              <NavLink at={url.pathname} to="/my/data" text={t('navData')} />
              <NavLink at={url.pathname} to="/my/looked" text={t('navLooked')} />
            </>
          )}
          <li>
            {account ? (
              <form method="post" action="/sign-out">
                <button type="submit">{t('signOut')}</button>
              </form>
            ) : (
              <a href={`/sign-in?back=${encodeURIComponent(url.pathname === '/sign-in' ? '/my' : url.pathname)}`}>
                {t('signIn')}
              </a>
            )}
          </li>
        </ul>
      </div>
    </nav>
  )
}

function NavLink({ at, to, text }: { at: string; to: string; text: ReactNode }) {
  const here =
    at === to || (to !== '/my' && at.startsWith(`${to}/`)) || (to === '/my' && at.startsWith('/my/applications'))
  return (
    <li>
      <a href={to} aria-current={here ? 'page' : undefined}>
        {text}
      </a>
    </li>
  )
}

function Footer({ visit: { t, street } }: { visit: Visit }) {
  return (
    <footer className="foot">
      <div className="inner">
        <ul>
          <li>
            <a href="/about">{t('footerAbout')}</a>
          </li>
          <li>
            <a href="/accessibility">{t('footerAccessibility')}</a>
          </li>
        </ul>
        <p>{t('footerHotline', { phone: street.hotline })}</p>
        <p>{t('footerCentre', { where: whereOf(street) })}</p>
        {street.centre.hours && <p>{t('footerHours', { hours: street.centre.hours })}</p>}
      </div>
    </footer>
  )
}
