import { Button } from 'antd'
import { useState } from 'react'
import type { OpenedApplication } from '#modules/applications/contract.ts'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../texts.ts'
import { ActionForm } from './action-form.tsx'
import { type Verb, verbs } from './verbs.ts'

type Choice = OpenedApplication['allowed'][number]
const primary: Verb[] = ['accept', 'decideStep', 'recordExternal', 'conclude', 'receiveCorrection']

const isVerb = (action: string): action is Verb => (verbs as readonly string[]).includes(action)

/** The server's own word on what may be done, and its reason where not; one form at a time. */
export function WhatNext({ opened }: { opened: OpenedApplication }) {
  const t = useTexts(texts)
  const [chosen, setChosen] = useState<Choice | null>(null)
  const known = opened.allowed.filter((one) => isVerb(one.action))
  const may = known.filter((one) => one.allowed)
  const mayNot = known.filter((one) => !one.allowed && one.reason)
  const first = may.find((one) => primary.includes(one.action as Verb))
  const stepName = (one: Choice) => (one.stepId ? opened.steps.find((step) => step.id === one.stepId)?.name : undefined)
  const label = (one: Choice) => {
    const words = t[`action_${one.action as Verb}`]
    const name = stepName(one)
    return name ? `${words}：${name}` : words
  }
  if (chosen) {
    return (
      <ActionForm
        key={`${chosen.action}-${chosen.stepId}`}
        verb={chosen.action as Verb}
        title={label(chosen)}
        opened={opened}
        stepId={chosen.stepId}
        onDone={() => setChosen(null)}
      />
    )
  }
  return (
    <>
      {may.length === 0 ? <p className="muted">{t.nothingToDo}</p> : null}
      <div className="case-actions">
        {may.map((one) => (
          <Button
            key={`${one.action}-${one.stepId}`}
            type={one === first ? 'primary' : 'default'}
            onClick={() => setChosen(one)}
          >
            {label(one)}
          </Button>
        ))}
      </div>
      {mayNot.length > 0 ? (
        <details className="case-whynot">
          <summary>{t.whyNot}</summary>
          <ul>
            {mayNot.map((one) => (
              <li key={`${one.action}-${one.stepId}`}>
                <strong>{label(one)}</strong> <span className="muted">{one.reason}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
