import { Drawer } from 'antd'
import { useContext, useState } from 'react'
import { useRead } from '#ui/api.tsx'
import { Chip, type ChipTone } from '#ui/chip.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { LanguageContext, useTexts } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { EmptyState, Read } from '#ui/state-views.tsx'
import type { VersionRow, VersionsAnswer } from '../../contract.ts'
import { say } from '../say.ts'
import { texts } from '../texts.ts'
import { VersionView } from './version-view.tsx'

const tones: Record<VersionRow['status'], ChipTone> = { draft: 'plain', submitted: 'wait', published: 'good' }
const keyOf = (row: VersionRow) => `${row.key}@${row.version}`

/** Every version of every item; one opens beside the list to be read, submitted, published or sent back. */
export function ItemsScreen() {
  const t = useTexts(texts)
  const [openedKey, setOpenedKey] = useState<string | null>(null)
  const versions = useRead<VersionsAnswer>('service-items.versions', {})
  const columns = useColumns()
  const opened = versions.data?.versions.find((row) => keyOf(row) === openedKey)
  return (
    <Page title={t.title} note={t.note}>
      <Read
        of={versions}
        isEmpty={(data) => data.versions.length === 0}
        empty={<EmptyState title={t.empty} hint={t.emptyHint} />}
      >
        {(data) => (
          <DataTable
            name={t.versions}
            columns={columns}
            rows={data.versions}
            rowKey={keyOf}
            openedKey={openedKey}
            onOpen={(row) => setOpenedKey(keyOf(row))}
            keyLabels={{ next: t.next, previous: t.previous, open: t.open }}
          />
        )}
      </Read>
      <Drawer
        open={opened !== undefined}
        onClose={() => setOpenedKey(null)}
        title={opened ? `${opened.name} · ${t.versionNumber(opened.version)}` : ''}
        size="large"
        destroyOnHidden
      >
        {opened ? <VersionView key={keyOf(opened)} row={opened} /> : null}
      </Drawer>
    </Page>
  )
}

function useColumns(): Column<VersionRow>[] {
  const t = useTexts(texts)
  const language = useContext(LanguageContext)
  return [
    { key: 'name', title: t.name, render: (row) => row.name },
    { key: 'version', title: t.version, render: (row) => t.versionNumber(row.version), width: 100 },
    {
      key: 'status',
      title: t.status,
      render: (row) => <Chip tone={tones[row.status]}>{say(language, `service-items.status.${row.status}`)}</Chip>,
      width: 110,
    },
    {
      key: 'inForce',
      title: t.inForce,
      render: (row) => (row.effectiveFrom ? t.since(row.effectiveFrom, row.effectiveTo) : '—'),
      width: 220,
    },
    { key: 'people', title: t.people, render: (row) => peopleOf(row, t).join('，'), phone: 'hide' },
  ]
}

function peopleOf(row: VersionRow, t: (typeof texts)['zh-CN']): string[] {
  return [
    t.drafted(row.draftedBy),
    ...(row.submittedBy ? [t.submitted(row.submittedBy)] : []),
    ...(row.publishedBy ? [t.published(row.publishedBy)] : []),
  ]
}
