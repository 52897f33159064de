import { useNavigate } from '@tanstack/react-router'
import { FiguresScreen } from '#modules/applications/web/staff/figures/figures-screen.tsx'

export function FiguresPlace() {
  const navigate = useNavigate()
  return (
    <FiguresScreen onDrill={(drill) => void navigate({ to: '/inbox', search: { view: 'all', ...drill } as never })} />
  )
}
