import { RemediesScreen } from '#modules/remedies/web/staff/remedies-screen.tsx'

export function RemediesPlace() {
  return <RemediesScreen />
}
