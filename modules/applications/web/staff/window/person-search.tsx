import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useRead } from '#ui/api.tsx'
import { KeyCap } from '#ui/key-cap.tsx'
import { useTexts } from '#ui/language.tsx'
import { EmptyState, Read } from '#ui/state-views.tsx'
import { texts } from '../../texts.ts'
import { type Chosen, type FoundPerson, isFullIdNumber } from './found-person.ts'
import './window.css'

const typingMs = 180

/** One box for ID number, phone, name and pinyin initials. Arrows move, Enter chooses; Enter before the answer waits for it. */
export function PersonSearch(props: { onChoose: (chosen: Chosen) => void; label?: string; cityWide?: boolean }) {
  const t = useTexts(texts)
  const listId = useId()
  const box = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const [enterWaits, setEnterWaits] = useState(false)
  const found = useRead<{ persons: FoundPerson[] }>(
    'people.find',
    { query },
    { personal: true, enabled: query.length > 1 },
  )
  const settled = query === typed.trim() && found.data !== undefined && !found.isFetching
  const persons = settled ? found.data.persons : []
  const cityWide = props.cityWide !== false && settled && persons.length === 0 && isFullIdNumber(query)

  useEffect(() => box.current?.focus(), [])
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), typingMs)
    return () => clearTimeout(timer)
  }, [typed])

  const choose = (person: FoundPerson | undefined) => {
    if (person) props.onChoose({ by: 'person', person })
    else if (cityWide) props.onChoose({ by: 'idNumber', idNumber: query.toUpperCase() })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the arrival of the answer matters
  useEffect(() => {
    if (!settled || !enterWaits) return
    setEnterWaits(false)
    if (persons.length === 1) choose(persons[0])
  }, [settled, enterWaits])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by) {
      event.preventDefault()
      setCurrent((at) => Math.min(Math.max(at + by, 0), Math.max(persons.length - 1, 0)))
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (settled) choose(persons[current])
    else {
      setQuery(typed.trim())
      setEnterWaits(true)
    }
  }
  return (
    <div className="find" data-search>
      <label className="field-label" htmlFor={`${listId}-box`}>
        {props.label ?? t.findLabel} <span className="muted find-hint">{t.findHint}</span>
      </label>
      <Input
        ref={box}
        id={`${listId}-box`}
        size="large"
        role="combobox"
        aria-expanded={persons.length > 0}
        aria-controls={listId}
        aria-activedescendant={persons[current] ? `${listId}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        allowClear
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setCurrent(0)
          setEnterWaits(false)
        }}
        onKeyDown={onKeyDown}
      />
      {query.length > 1 ? (
        <Read
          of={found}
          rows={3}
          isEmpty={(data) => data.persons.length === 0}
          empty={<Nobody cityWide={cityWide} onChoose={() => choose(undefined)} />}
        >
          {() => (
            <div className="find-list" id={listId} role="listbox" aria-label={t.people}>
              {persons.map((person, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox owns the keys
                <div
                  key={person.id}
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === current}
                  onClick={() => choose(person)}
                >
                  <PersonLine person={person} />
                </div>
              ))}
            </div>
          )}
        </Read>
      ) : null}
    </div>
  )
}

function Nobody({ cityWide, onChoose }: { cityWide: boolean; onChoose: () => void }) {
  const t = useTexts(texts)
  const action = cityWide ? (
    <button type="button" className="find-city" onClick={onChoose}>
      {t.acceptCityWide} <KeyCap>Enter</KeyCap>
    </button>
  ) : null
  return <EmptyState title={t.findNothing} hint={t.findNothingHint} action={action} />
}

export function PersonLine({ person }: { person: FoundPerson }) {
  const t = useTexts(texts)
  const sex = person.sex === 'unknown' ? null : person.sex === 'male' ? t.male : t.female
  return (
    <span className="person">
      <strong>{person.name}</strong>
      <span>{[sex, person.age === null ? null : t.age(person.age)].filter(Boolean).join(' · ')}</span>
      <span className="num">{person.idNumberMasked}</span>
      <span className="num">{person.phoneMasked}</span>
      <span className="person-where">{[person.committee, person.address].filter(Boolean).join(' · ')}</span>
    </span>
  )
}
