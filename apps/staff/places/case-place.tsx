import { useParams } from '@tanstack/react-router'
import { CaseView } from '#modules/applications/web/staff/case/case-view.tsx'

export function CasePlace() {
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  return (
    <div className="page" data-wide={false}>
      <CaseView caseId={caseId} />
    </div>
  )
}
