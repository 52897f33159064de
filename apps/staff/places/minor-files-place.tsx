import { MinorFilesScreen } from '#modules/people/web/staff/minor-files-screen.tsx'

export function MinorFilesPlace() {
  return <MinorFilesScreen />
}
