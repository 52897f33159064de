import { Button, Input, Popover, Segmented, Select } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import type { z } from 'zod'
import type { listOutput } from '#modules/service-items/contract.ts'
import { useRead } from '#ui/api.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../texts.ts'
import { stateText } from '../state-chip.tsx'
import {
  type InboxFilter,
  type InboxView,
  inboxViews,
  type SavedView,
  sameFilter,
  savedViews,
  saveViews,
} from './inbox-view.ts'

export function InboxFilters(props: {
  filter: InboxFilter
  onFilter: (filter: InboxFilter) => void
  counts: Record<string, number>
}) {
  const t = useTexts(texts)
  const { filter, onFilter, counts } = props
  const items = useRead<z.infer<typeof listOutput>>('service-items.list', {}, { staleMs: 60_000 })
  const [number, setNumber] = useState(filter.number ?? '')
  useEffect(() => setNumber(filter.number ?? ''), [filter.number])
  const names: Record<InboxView, string> = {
    mine: t.viewMine,
    claimable: t.viewClaimable,
    late: t.viewLate,
    stale: t.viewStale,
    all: t.viewAll,
  }
  const states = Object.entries(stateText).map(([value, key]) => ({ value, label: t[key] as string }))
  return (
    <div className="inbox-filters">
      <Segmented<InboxView>
        aria-label={t.savedViews}
        value={filter.view}
        onChange={(view) => onFilter({ ...filter, view })}
        options={inboxViews.map((view) => ({
          value: view,
          label: (
            <>
              {names[view]}{' '}
              {counts[view] === undefined ? null : <span className="num inbox-count">{counts[view]}</span>}
            </>
          ),
        }))}
      />
      <form
        data-search
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          onFilter({ ...filter, number: number.trim() || undefined })
        }}
      >
        <Input
          allowClear
          aria-label={t.filterNumber}
          placeholder={t.filterNumber}
          value={number}
          onChange={(event) => {
            setNumber(event.target.value)
            if (!event.target.value) onFilter({ ...filter, number: undefined })
          }}
        />
      </form>
      <Select
        allowClear
        aria-label={t.filterItem}
        placeholder={t.filterItem}
        value={filter.itemKey}
        options={items.data?.items.map((item) => ({ value: item.key, label: item.name })) ?? []}
        onChange={(itemKey) => onFilter({ ...filter, itemKey })}
        className="inbox-select"
        popupMatchSelectWidth={false}
      />
      <Select
        allowClear
        aria-label={t.filterState}
        placeholder={t.filterState}
        value={filter.state}
        options={states}
        onChange={(state) => onFilter({ ...filter, state: state as InboxFilter['state'] })}
        className="inbox-select"
      />
      <SavedViews filter={filter} onFilter={onFilter} />
    </div>
  )
}

function SavedViews({ filter, onFilter }: { filter: InboxFilter; onFilter: (filter: InboxFilter) => void }) {
  const t = useTexts(texts)
  const [list, setList] = useState<SavedView[]>(savedViews)
  const [name, setName] = useState('')
  const keep = (next: SavedView[]) => {
    saveViews(next)
    setList(next)
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    keep([...list.filter((one) => one.name !== name.trim()), { name: name.trim(), filter }])
    setName('')
  }
  return (
    <>
      {list.map((one) => (
        <span key={one.name} className="inbox-saved" data-current={sameFilter(one.filter, filter)}>
          <button type="button" onClick={() => onFilter(one.filter)}>
            {one.name}
          </button>
          <button
            type="button"
            aria-label={`${t.removeView}：${one.name}`}
            onClick={() => keep(list.filter((other) => other !== one))}
          >
            ×
          </button>
        </span>
      ))}
      <Popover
        trigger="click"
        placement="bottomRight"
        content={
          <form className="inbox-save" onSubmit={add}>
            <Input
              aria-label={t.saveViewName}
              placeholder={t.saveViewName}
              maxLength={20}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Button htmlType="submit" type="primary">
              {t.save}
            </Button>
          </form>
        }
      >
        <Button type="text">{t.saveView}</Button>
      </Popover>
    </>
  )
}
