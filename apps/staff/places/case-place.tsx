import { useParams } from '@tanstack/react-router'
import { CaseView } from '#modules/applications/web/staff/case/case-view.tsx'
import { useRecordDrawer } from './use-record-drawer.tsx'

export function CasePlace() {
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const record = useRecordDrawer(caseId)
  return (
    <div className="page" data-wide={false}>
      <CaseView caseId={caseId} onOpenPerson={record.open} />
      {record.drawer}
    </div>
  )
}
