import { useInfiniteQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import type { z } from 'zod'
import type { inboxOutput, ListRow } from '#modules/applications/contract.ts'
import { readKey, useApi } from '#ui/api.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { useKeys } from '#ui/keys.ts'
import { useTexts } from '#ui/language.tsx'
import { useNarrow } from '#ui/media.ts'
import { Page } from '#ui/page.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/state-views.tsx'
import { texts } from '../../texts.ts'
import { CaseView } from '../case/case-view.tsx'
import { useInboxColumns } from './inbox-columns.tsx'
import { InboxFilters } from './inbox-filters.tsx'
import './inbox.css'
import type { InboxFilter } from './inbox-view.ts'

type InboxPage = z.infer<typeof inboxOutput>

export type InboxScreenProps = {
  filter: InboxFilter
  onFilter: (filter: InboxFilter) => void
  /** The case in the drawer; it stands in the address too. */
  caseId: string | null
  onOpen: (caseId: string | null) => void
  onOpenPage: (caseId: string) => void
  onOpenPerson?: (personId: string) => void
}

export function InboxScreen({ filter, onFilter, caseId, onOpen, onOpenPage, onOpenPerson }: InboxScreenProps) {
  const t = useTexts(texts)
  const api = useApi()
  const narrow = useNarrow()
  const columns = useInboxColumns()
  const inbox = useInfiniteQuery({
    queryKey: readKey('applications.inbox', filter),
    queryFn: ({ pageParam, signal }) =>
      api.read<InboxPage>(
        'applications.inbox',
        { ...filter, after: pageParam ?? undefined },
        { personal: true, signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (previous) => previous,
    staleTime: 5_000,
  })
  useKeys([{ keys: 'Escape', label: t.close, run: () => onOpen(null), enabled: caseId !== null }])
  const rows = inbox.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Page title={t.inboxTitle}>
      <InboxFilters filter={filter} onFilter={onFilter} counts={inbox.data?.pages[0]?.counts ?? {}} />
      {inbox.data ? (
        <DataTable<ListRow>
          name={t.inboxTitle}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.stepId ?? row.caseId}
          onOpen={(row) => (narrow ? onOpenPage(row.caseId) : onOpen(row.caseId))}
          openedKey={rows.find((row) => row.caseId === caseId)?.stepId ?? caseId}
          // Beside an open case the keys are the case's.
          keyLabels={caseId ? undefined : { next: t.keyNext, previous: t.keyPrevious, open: t.keyOpen }}
          rowKeys={[{ keys: 'a', label: t.keyAct, run: (row) => onOpen(row.caseId) }]}
          empty={<EmptyState title={t.inboxEmpty} hint={t.inboxEmptyHint} />}
          more={inbox.hasNextPage ? { onMore: () => inbox.fetchNextPage(), busy: inbox.isFetchingNextPage } : null}
        />
      ) : inbox.error ? (
        <ErrorState error={inbox.error} onRetry={() => inbox.refetch()} />
      ) : (
        <LoadingState rows={10} />
      )}
      <Drawer
        open={caseId !== null}
        onClose={() => onOpen(null)}
        size={narrow ? '100%' : 720}
        title={null}
        closable={{ placement: 'end', 'aria-label': t.close }}
        // Escape leaves what lies on top first: a form before the drawer around it.
        keyboard={false}
        destroyOnHidden
        styles={{ header: { paddingBlock: 8 } }}
        className="case-drawer"
        aria-label={t.inboxTitle}
      >
        {caseId ? (
          <CaseView caseId={caseId} onOpenPage={() => onOpenPage(caseId)} onOpenPerson={onOpenPerson} inDrawer />
        ) : null}
      </Drawer>
    </Page>
  )
}
