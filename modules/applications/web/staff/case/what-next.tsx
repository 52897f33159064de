import { Button } from 'antd'
import { useState } from 'react'
import type { OpenedApplication } from '#modules/applications/contract.ts'
import { KeyCap } from '#ui/key-cap.tsx'
import { useKeys } from '#ui/keys.ts'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../texts.ts'
import { ActionPanel } from './actions/action-panel.tsx'
import { type Verb, verbs, work } from './verbs.ts'

type Choice = OpenedApplication['allowed'][number] & { action: Verb }

const isChoice = (one: OpenedApplication['allowed'][number]): one is Choice =>
  (verbs as readonly string[]).includes(one.action)
const keyOf = (one: Choice) => `${one.action}-${one.stepId}`

/** The server's own word on what may be done, and its reason where not; one form at a time. */
export function WhatNext({ opened }: { opened: OpenedApplication }) {
  const t = useTexts(texts)
  const [chosen, setChosen] = useState<string | null>(null)
  const known = opened.allowed.filter(isChoice).toSorted((a, b) => verbs.indexOf(a.action) - verbs.indexOf(b.action))
  const may = known.filter((one) => one.allowed)
  const mayNot = known.filter((one) => !one.allowed && one.reason)
  const first = may.find((one) => work.includes(one.action))
  const open = may.find((one) => keyOf(one) === chosen)
  const label = (one: Choice) => {
    const words = t[`action_${one.action}`]
    const step = opened.steps.find((other) => one.stepId !== null && other.id === one.stepId)
    return step ? `${words}：${step.name}` : words
  }
  const begin = first ? { label: label(first), run: () => setChosen(keyOf(first)) } : { label: '', run: () => {} }
  useKeys([{ keys: 'a', ...begin, enabled: first !== undefined && open === undefined }])
  return (
    <>
      {may.length === 0 ? <p className="muted">{t.nothingToDo}</p> : null}
      <div className="case-actions">
        {may.map((one) => (
          <Button
            key={keyOf(one)}
            // Once a form is open, its own button is the one primary act.
            type={one === first && !open ? 'primary' : 'default'}
            aria-expanded={one === open}
            onClick={() => setChosen(one === open ? null : keyOf(one))}
          >
            {label(one)}
            {one === first && !open ? <KeyCap>a</KeyCap> : null}
          </Button>
        ))}
      </div>
      {open ? (
        <ActionPanel
          key={keyOf(open)}
          verb={open.action}
          stepId={open.stepId}
          name={label(open)}
          data={opened}
          onClose={() => setChosen(null)}
        />
      ) : null}
      {mayNot.length > 0 ? (
        <details className="case-whynot">
          <summary>{t.whyNot}</summary>
          <ul>
            {mayNot.map((one) => (
              <li key={keyOf(one)}>
                <strong>{label(one)}</strong> <span className="muted">{one.reason}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
