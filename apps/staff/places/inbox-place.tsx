import { useNavigate, useSearch } from '@tanstack/react-router'
import { InboxScreen } from '#modules/applications/web/staff/inbox/inbox-screen.tsx'
import { readFilter } from '#modules/applications/web/staff/inbox/inbox-view.ts'
import { useRecordDrawer } from './use-record-drawer.tsx'

export function InboxPlace() {
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, string>
  const record = useRecordDrawer(search.case)
  const go = (next: Record<string, string | undefined>) => void navigate({ to: '/inbox', search: next as never })
  const filter = readFilter(search)
  return (
    <>
      <InboxScreen
        filter={filter}
        onFilter={(next) => go({ ...next })}
        caseId={search.case ?? null}
        onOpen={(caseId) => go({ ...filter, case: caseId ?? undefined })}
        onOpenPage={(caseId) => void navigate({ to: '/cases/$caseId', params: { caseId } })}
        onOpenPerson={record.open}
      />
      {record.drawer}
    </>
  )
}
