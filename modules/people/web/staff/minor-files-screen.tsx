import { useTexts } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { EmptyState } from '#ui/state-views.tsx'
import { texts } from '../texts.ts'
import { MinorFileList } from './minor-file-list.tsx'

export function MinorFilesScreen() {
  const t = useTexts(texts)
  return (
    <Page title={t.minorFiles} wide={false}>
      <MinorFileList empty={<EmptyState title={t.noMinorFiles} hint={t.noMinorFilesHint} />} />
    </Page>
  )
}
