import { useRead } from '#ui/api.tsx'
import { Read } from '#ui/state-views.tsx'
import type { OpenedVersion, VersionRow } from '../../contract.ts'
import { ItemGuide } from './item-guide.tsx'
import { VersionActions } from './version-actions.tsx'

/** What the reader may do with a version stands above what it says. */
export function VersionView({ row }: { row: VersionRow }) {
  const opened = useRead<OpenedVersion>('service-items.openVersion', { key: row.key, version: row.version })
  return (
    <>
      {row.allowed.length > 0 ? <VersionActions row={row} /> : null}
      <Read of={opened}>{(data) => <ItemGuide body={data.body} />}</Read>
    </>
  )
}
