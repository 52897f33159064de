import { Link } from '@tanstack/react-router'
import { useTexts } from '#ui/language.tsx'
import { EmptyState } from '#ui/state-views.tsx'
import { texts } from './texts.ts'

export function NotFoundScreen() {
  const t = useTexts(texts)
  return <EmptyState page title={t.noPage} action={<Link to="/">{t.toStart}</Link>} />
}
