import { type ReactNode, useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { Card, Page } from '#ui/page.tsx'
import { texts } from '../texts.ts'
import { MinorFileList } from './minor-file-list.tsx'
import { PersonRecordDrawer } from './record-drawer.tsx'

/** 查人: the search is composed by the workbench; the record opens beside it, and one's own requests stand below. */
export function PeopleScreen(props: {
  title: string
  search: (onFound: (personId: string) => void) => ReactNode
  onOpenCase: (caseId: string) => void
}) {
  const t = useTexts(texts)
  const [personId, setPersonId] = useState<string | null>(null)
  return (
    <Page title={props.title} wide={false}>
      <Card>{props.search(setPersonId)}</Card>
      <h2 className="people-requests">{t.minorFiles}</h2>
      <MinorFileList empty={<p className="muted">{t.noMinorFiles}</p>} onOpenPerson={setPersonId} />
      <PersonRecordDrawer personId={personId} onClose={() => setPersonId(null)} onOpenCase={props.onOpenCase} />
    </Page>
  )
}
