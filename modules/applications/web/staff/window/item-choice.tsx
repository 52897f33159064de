import { Input } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { suggestOutput } from '#modules/applications/contract.ts'
import type { listOutput } from '#modules/service-items/contract.ts'
import { useRead } from '#ui/api.tsx'
import { Chip } from '#ui/chip.tsx'
import { useTexts } from '#ui/language.tsx'
import { Read } from '#ui/state-views.tsx'
import { texts } from '../../texts.ts'
import type { Chosen } from './found-person.ts'

type Suggested = z.infer<typeof suggestOutput>['items'][number]

/** Items for this person, the entitled first; the first one has the focus, so that Enter goes on. */
export function ItemChoice({ chosen, onChoose }: { chosen: Chosen; onChoose: (itemKey: string) => void }) {
  if (chosen.by === 'person') return <SuggestedItems personId={chosen.person.id} onChoose={onChoose} />
  return <CityWideItems onChoose={onChoose} />
}

function SuggestedItems({ personId, onChoose }: { personId: string; onChoose: (itemKey: string) => void }) {
  const items = useRead<{ items: Suggested[] }>('applications.suggest', { personId }, { personal: true })
  return <Read of={items}>{(data) => <ItemList items={data.items} onChoose={onChoose} />}</Read>
}

/** Nothing is known of somebody from elsewhere yet: every item that is accepted across streets. */
function CityWideItems({ onChoose }: { onChoose: (itemKey: string) => void }) {
  const items = useRead<z.infer<typeof listOutput>>('service-items.list', {}, { staleMs: 60_000 })
  return (
    <Read of={items}>
      {(data) => {
        const open = data.items.filter((item) => item.cityWide)
        return (
          <ItemList
            items={open.map(
              (item): Suggested => ({
                itemKey: item.key,
                name: item.name,
                outcome: 'unknown',
                reason: item.department,
              }),
            )}
            onChoose={onChoose}
          />
        )
      }}
    </Read>
  )
}

function ItemList({ items, onChoose }: { items: Suggested[]; onChoose: (itemKey: string) => void }) {
  const t = useTexts(texts)
  const [filter, setFilter] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const shown = items.filter((item) => item.name.includes(filter.trim()))
  useEffect(() => list.current?.querySelector('button')?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key]
    if (!by) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by]?.focus()
  }
  const word = { met: t.eligibleMet, unmet: t.eligibleUnmet, unknown: t.eligibleUnknown }
  const tone = { met: 'good', unmet: 'plain', unknown: 'wait' } as const
  return (
    <div className="items">
      {items.length > 6 ? (
        <Input
          value={filter}
          aria-label={t.filterItems}
          placeholder={t.filterItems}
          onChange={(event) => setFilter(event.target.value)}
        />
      ) : null}
      <ul ref={list} onKeyDown={onKeyDown} aria-label={t.chooseItem}>
        {shown.map((item) => (
          <li key={item.itemKey}>
            <button type="button" onClick={() => onChoose(item.itemKey)}>
              <strong>{item.name}</strong>
              <Chip tone={tone[item.outcome]}>{word[item.outcome]}</Chip>
              <span className="muted">{item.reason}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
