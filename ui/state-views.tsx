import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from './language.tsx'
import { ProblemError } from './problem.ts'
import './state-views.css'
import { texts } from './texts.ts'

/** Where a whole page is only this, its title is the page's heading. */
function StateView({
  title,
  hint,
  action,
  page,
}: {
  title: ReactNode
  hint?: ReactNode
  action?: ReactNode
  page?: boolean
}) {
  const Title = page ? 'h1' : 'p'
  return (
    <div className="state-view">
      <Title className="state-view-title">{title}</Title>
      {hint ? <p className="state-view-hint">{hint}</p> : null}
      {action}
    </div>
  )
}

export function LoadingState({ rows = 6 }: { rows?: number }) {
  const t = useTexts(texts)
  return (
    <div className="state-loading" role="status" aria-live="polite">
      <span className="visually-hidden">{t.loading}</span>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  )
}

export function EmptyState({
  title,
  hint,
  action,
  page,
}: {
  title?: ReactNode
  hint?: ReactNode
  action?: ReactNode
  page?: boolean
}) {
  const t = useTexts(texts)
  return <StateView title={title ?? t.empty} hint={hint} action={action} page={page} />
}

export function NoPermissionState({ page }: { page?: boolean }) {
  const t = useTexts(texts)
  return <StateView title={t.noPermission} hint={t.noPermissionHint} page={page} />
}

/** Picks the words that the problem deserves: forbidden and absent are no failures. */
export function ErrorState({ error, onRetry, page }: { error: Error; onRetry?: () => void; page?: boolean }) {
  const t = useTexts(texts)
  const status = error instanceof ProblemError ? error.status : -1
  if (status === 403) return <NoPermissionState page={page} />
  if (status === 404) return <StateView title={t.notFound} hint={t.notFoundHint} page={page} />
  const retry = onRetry ? <Button onClick={onRetry}>{t.retry}</Button> : null
  const code = error instanceof ProblemError && status > 0 ? t.errorCode(`${status} ${error.code}`) : null
  return (
    <div role="alert">
      <StateView title={status === 0 ? t.offline : error.message || t.failed} hint={code} action={retry} page={page} />
    </div>
  )
}

/** Above the form whose sending failed. */
export function ProblemAlert({ error }: { error: Error | null }) {
  const t = useTexts(texts)
  if (!error) return null
  const problem = error instanceof ProblemError ? error : null
  const fields = Object.values(problem?.fields ?? {}).filter(Boolean)
  const conflict = problem?.status === 412 || (problem?.status === 409 && !problem.detail)
  const words = problem?.uncertain ? t.uncertain : conflict ? t.changedMeanwhile : (problem?.detail ?? undefined)
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={error.message}
      description={
        words || fields.length > 0 ? (
          <>
            {words}
            {fields.length > 0 ? (
              <ul className="problem-fields">
                {fields.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            ) : null}
          </>
        ) : undefined
      }
    />
  )
}

type Readable<T> = { data: T | undefined; error: Error | null; isPending: boolean; refetch: () => unknown }

/** The four states of anything read, in one place; `children` draws the fifth. */
export function Read<T>(props: {
  of: Readable<T>
  isEmpty?: (data: T) => boolean
  empty?: ReactNode
  rows?: number
  /** The whole page is this reading. */
  page?: boolean
  children: (data: T) => ReactNode
}) {
  const { of, isEmpty, empty, rows, page, children } = props
  if (of.data === undefined) {
    if (of.error) return <ErrorState error={of.error} onRetry={() => of.refetch()} page={page} />
    return <LoadingState rows={rows} />
  }
  if (isEmpty?.(of.data)) return empty ?? <EmptyState />
  return children(of.data)
}
