import type { ApplicationState } from '#modules/applications/contract.ts'

export const inboxViews = ['mine', 'claimable', 'late', 'stale', 'all'] as const
export type InboxView = (typeof inboxViews)[number]

/** What stands in the address, so that a view can be sent to a colleague and the back key returns to it. */
export type InboxFilter = {
  view: InboxView
  itemKey?: string
  state?: ApplicationState
  committeeId?: string
  number?: string
}

export function readFilter(search: Record<string, unknown>): InboxFilter {
  const text = (key: string) => (typeof search[key] === 'string' && search[key] ? (search[key] as string) : undefined)
  return {
    view: inboxViews.find((one) => one === search.view) ?? 'mine',
    itemKey: text('itemKey'),
    state: text('state') as ApplicationState | undefined,
    committeeId: text('committeeId'),
    number: text('number'),
  }
}

export type SavedView = { name: string; filter: InboxFilter }
const key = 'linli.inbox.views'

/** Saved on this workstation: a filter names items and states, never people. */
export function savedViews(): SavedView[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]')
  } catch {
    return []
  }
}

export function saveViews(list: SavedView[]): void {
  localStorage.setItem(key, JSON.stringify(list))
}

export const sameFilter = (a: InboxFilter, b: InboxFilter) =>
  JSON.stringify(readFilter(a)) === JSON.stringify(readFilter(b))
