import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { PersonRecordDrawer } from '#modules/people/web/staff/record-drawer.tsx'
import { useSession } from '../session/session.tsx'

/** Posts that open people's records; others are not offered what would be refused. */
const readers = ['windowClerk', 'committeeWorker']

/** The record of somebody met in another screen; with a case at hand that case is the purpose. */
export function useRecordDrawer(caseId?: string): { open?: (personId: string) => void; drawer: ReactNode } {
  const { post } = useSession()
  const navigate = useNavigate()
  const [personId, setPersonId] = useState<string | null>(null)
  if (!post || !readers.includes(post.kind)) return { drawer: null }
  const close = () => setPersonId(null)
  const openCase = (id: string) => {
    close()
    void navigate({ to: '/cases/$caseId', params: { caseId: id } })
  }
  return {
    open: setPersonId,
    drawer: <PersonRecordDrawer personId={personId} caseId={caseId} onClose={close} onOpenCase={openCase} />,
  }
}
