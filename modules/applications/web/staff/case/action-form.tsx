import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { CaseAnswer, OpenedApplication } from '#modules/applications/contract.ts'
import { useAct } from '#ui/api.tsx'
import { useTexts } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/state-views.tsx'
import { texts } from '../../texts.ts'
import { ActionFields, type ActionInput, emptyInput, isComplete, toRequest } from './action-fields.tsx'
import type { Verb } from './verbs.ts'

/** Asks for what the action needs and sends it once, with the version that was read. */
export function ActionForm(props: {
  verb: Verb
  title: string
  opened: OpenedApplication
  stepId: string | null
  onDone: () => void
}) {
  const { verb, title, opened, stepId, onDone } = props
  const t = useTexts(texts)
  const [input, setInput] = useState<ActionInput>(() => emptyInput(opened))
  const act = useAct<object, CaseAnswer>(`applications.${verb}`, { refresh: ['applications'], onDone })
  const complete = isComplete(verb, input)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (complete) act.send(toRequest(verb, input, opened, stepId), opened.version)
  }
  return (
    <form className="case-form" onSubmit={submit} aria-label={title}>
      <h3>{title}</h3>
      <ActionFields verb={verb} opened={opened} stepId={stepId} input={input} onChange={setInput} />
      <ProblemAlert error={act.error} />
      <div className="case-actions">
        <Button type="primary" htmlType="submit" loading={act.isPending} disabled={!complete}>
          {t.submit}
        </Button>
        <Button onClick={onDone}>{t.cancel}</Button>
      </div>
    </form>
  )
}
