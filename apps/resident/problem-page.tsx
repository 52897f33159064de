import { Problem } from '#platform/errors/problem.ts'
import type { Shown, Visit } from './page.ts'
import type { TextKey } from './texts/texts.ts'

interface Kind {
  status: number
  title: TextKey
  text: TextKey
  again?: boolean
}

const kinds: Record<number, Kind> = {
  403: { status: 403, title: 'forbiddenTitle', text: 'forbiddenText' },
  404: { status: 404, title: 'notFoundTitle', text: 'notFoundText' },
  409: { status: 409, title: 'conflictTitle', text: 'conflictText', again: true },
  413: { status: 413, title: 'tooLargeTitle', text: 'tooLargeText', again: true },
  429: { status: 429, title: 'tooManyTitle', text: 'tooManyText', again: true },
  500: { status: 500, title: 'brokenTitle', text: 'brokenText', again: true },
  503: { status: 503, title: 'offlineTitle', text: 'offlineText', again: true },
}

/** Which page tells the visitor about a failure. 401 is not among them: it leads to signing in. */
export function problemStatus(error: unknown): number {
  if (!(error instanceof Problem)) return isConnectionLost(error) ? 503 : 500
  if (error.status === 412 || error.status === 422) return 409
  return kinds[error.status] ? error.status : error.status < 500 ? 404 : 500
}

/** PostgreSQL's class 08 and 57P, and what the socket says when nobody listens. */
function isConnectionLost(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^(08|57P|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)/.test(code)
}

export function problemPage({ t, street, url }: Visit, status: number): Shown {
  const kind = kinds[status] ?? (kinds[500] as Kind)
  return {
    title: t(kind.title),
    status: kind.status,
    body: (
      <div className="reading">
        <h1>{t(kind.title)}</h1>
        <p>{t(kind.text, { phone: street.hotline })}</p>
        <p className="actions">
          {kind.again && (
            <a className="button" href={url.pathname}>
              {t('tryAgain')}
            </a>
          )}
          <a className="button second" href="/">
            {t('goHome')}
          </a>
        </p>
      </div>
    ),
  }
}
