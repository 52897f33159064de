import { useNavigate } from '@tanstack/react-router'
import { WindowScreen } from '#modules/applications/web/staff/window/window-screen.tsx'

export function WindowPlace() {
  const navigate = useNavigate()
  return <WindowScreen onOpenCase={(caseId) => void navigate({ to: '/cases/$caseId', params: { caseId } })} />
}
