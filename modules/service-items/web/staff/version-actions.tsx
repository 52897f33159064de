import { Button, Input, Space } from 'antd'
import { useContext, useId, useState } from 'react'
import { useAct } from '#ui/api.tsx'
import { Field } from '#ui/field.tsx'
import { LanguageContext, useTexts } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/state-views.tsx'
import { useToday } from '#ui/today.ts'
import type { VersionRow } from '../../contract.ts'
import { say } from '../say.ts'
import { texts } from '../texts.ts'

/** One step at a time: a draft is submitted with its first day, a submitted version is published or sent back. */
export function VersionActions({ row }: { row: VersionRow }) {
  return row.status === 'draft' ? <Submit row={row} /> : <Decide row={row} />
}

function Submit({ row }: { row: VersionRow }) {
  const t = useTexts(texts)
  const id = useId()
  const [effectiveFrom, setFrom] = useState(useToday())
  const submit = useAct('service-items.submit')
  const why = useWhyNot(row, 'submit')
  return (
    <Space orientation="vertical">
      <ProblemAlert error={submit.error} />
      <Field id={id} label={t.firstDay} hint={t.firstDayHint}>
        <Input id={id} type="date" value={effectiveFrom} onChange={(event) => setFrom(event.target.value)} />
      </Field>
      <Button
        type="primary"
        disabled={why !== null || effectiveFrom === ''}
        loading={submit.isPending}
        onClick={() => submit.send({ key: row.key, version: row.version, effectiveFrom }, row.revision)}
      >
        {t.submit}
      </Button>
      <WhyNot why={why} />
    </Space>
  )
}

function Decide({ row }: { row: VersionRow }) {
  const t = useTexts(texts)
  const id = useId()
  const [reason, setReason] = useState('')
  const publish = useAct('service-items.publish')
  const sendBack = useAct('service-items.sendBack')
  const why = useWhyNot(row, 'publish')
  const about = { key: row.key, version: row.version }
  return (
    <Space orientation="vertical">
      <ProblemAlert error={publish.error ?? sendBack.error} />
      <Button
        type="primary"
        disabled={why !== null}
        loading={publish.isPending}
        onClick={() => publish.send(about, row.revision)}
      >
        {t.publish}
      </Button>
      <WhyNot why={why} />
      {why === null ? (
        <>
          <Field id={id} label={t.reason}>
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 2 }}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
          <Button
            disabled={reason.trim().length < 2}
            loading={sendBack.isPending}
            onClick={() => sendBack.send({ ...about, reason }, row.revision)}
          >
            {t.sendBack}
          </Button>
        </>
      ) : null}
    </Space>
  )
}

function WhyNot({ why }: { why: string | null }) {
  const t = useTexts(texts)
  return why === null ? null : (
    <p>
      {t.whyNot}
      {why}
    </p>
  )
}

/** The sentence that says why not, or null where it may be done. */
function useWhyNot(row: VersionRow, action: string): string | null {
  const language = useContext(LanguageContext)
  const found = row.allowed.find((one) => one.action === action)
  return found?.allowed ? null : say(language, found?.reason ?? '')
}
