import { useNavigate } from '@tanstack/react-router'
import { WindowScreen } from '#modules/applications/web/staff/window/window-screen.tsx'
import { useRecordDrawer } from './use-record-drawer.tsx'

export function WindowPlace() {
  const navigate = useNavigate()
  const record = useRecordDrawer()
  return (
    <>
      <WindowScreen
        onOpenCase={(caseId) => void navigate({ to: '/cases/$caseId', params: { caseId } })}
        onOpenPerson={record.open}
      />
      {record.drawer}
    </>
  )
}
