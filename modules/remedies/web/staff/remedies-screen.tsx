import { Button, Drawer, Input, Segmented } from 'antd'
import { type FormEvent, useState } from 'react'
import type { OpenedRemedy, RemedyAnswer, RemedyInbox, RemedyRow } from '#modules/remedies/contract.ts'
import { useAct, useRead } from '#ui/api.tsx'
import { Chip } from '#ui/chip.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { Field } from '#ui/field.tsx'
import { type Answers, readFields } from '#ui/form-fields.ts'
import { FormView } from '#ui/form-view.tsx'
import { useTexts } from '#ui/language.tsx'
import { useNarrow } from '#ui/media.ts'
import { Card, Page } from '#ui/page.tsx'
import { EmptyState, ProblemAlert, Read } from '#ui/state-views.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { texts } from '../texts.ts'

type View = 'waiting' | 'late' | 'all'

/** 差评整改: the list, and one remedy beside it with what may be done next. */
export function RemediesScreen() {
  const t = useTexts(texts)
  const narrow = useNarrow()
  const [view, setView] = useState<View>('waiting')
  const [openedId, setOpenedId] = useState<string | null>(null)
  const list = useRead<RemedyInbox>('remedies.inbox', { view }, { personal: true, keep: true })
  const columns: Column<RemedyRow>[] = [
    { key: 'number', title: t.number, width: 200, render: (row) => <span className="num">{row.ratedNumber}</span> },
    { key: 'item', title: t.item, render: (row) => row.itemName },
    { key: 'stars', title: t.stars, render: (row) => t.starsOf(row.stars) },
    {
      key: 'state',
      title: t.state,
      render: (row) => <Chip tone={row.state === 'closed' ? 'good' : 'wait'}>{row.stateText}</Chip>,
    },
    {
      key: 'due',
      title: t.due,
      render: (row) => (
        <span className="num">
          {row.dueOn ?? '—'}
          {row.late ? ` · ${t.late}` : ''}
        </span>
      ),
    },
  ]
  return (
    <Page title={t.title}>
      <Segmented<View>
        className="gap-below"
        value={view}
        onChange={setView}
        options={[
          { value: 'waiting', label: t.waiting },
          { value: 'late', label: t.lateOnes },
          { value: 'all', label: t.all },
        ]}
      />
      <Read of={list}>
        {(data) => (
          <DataTable<RemedyRow>
            name={t.title}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.caseId}
            onOpen={(row) => setOpenedId(row.caseId)}
            openedKey={openedId}
            empty={<EmptyState title={t.none} hint={t.noneHint} />}
          />
        )}
      </Read>
      <Drawer
        open={openedId !== null}
        onClose={() => setOpenedId(null)}
        size={narrow ? '100%' : 640}
        destroyOnHidden
        aria-label={t.title}
      >
        {openedId ? <RemedyView caseId={openedId} /> : null}
      </Drawer>
    </Page>
  )
}

function RemedyView({ caseId }: { caseId: string }) {
  const t = useTexts(texts)
  const opened = useRead<OpenedRemedy>('remedies.open', { caseId }, { personal: true, keep: true })
  return (
    <Read of={opened}>
      {(remedy) => (
        <>
          <h2>{remedy.itemName}</h2>
          <p className="num muted">{remedy.ratedNumber}</p>
          <Card title={t.rating}>
            <p>
              {t.starsOf(remedy.stars)} · {remedy.ratedWords ?? t.noWords}
            </p>
          </Card>
          {remedy.reply ? (
            <Card title={t.reply}>
              <ul>
                {remedy.reply.map((line) => (
                  <li key={line.key}>
                    {line.label}：{line.value}
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          <Act remedy={remedy} />
          <Card title={t.timeline}>
            <Timeline
              label={t.timeline}
              entries={remedy.timeline.map((one) => ({
                id: String(one.seq),
                at: one.at,
                title: one.what,
                by: one.by,
                detail: one.note,
              }))}
            />
          </Card>
        </>
      )}
    </Read>
  )
}

/** The one thing to be done now, or why nothing can be. */
function Act({ remedy }: { remedy: OpenedRemedy }) {
  const t = useTexts(texts)
  const may = (action: string) => remedy.allowed.some((one) => one.action === action && one.allowed)
  if (may('reply')) return <ReplyForm remedy={remedy} />
  if (may('close')) return <CloseForm remedy={remedy} />
  const why = remedy.allowed.find((one) => one.reason)?.reason
  return why && remedy.state !== 'closed' ? <p className="muted">{why}</p> : <p className="muted">{t.nothingToDo}</p>
}

function ReplyForm({ remedy }: { remedy: OpenedRemedy }) {
  const t = useTexts(texts)
  const [answers, setAnswers] = useState<Answers>({})
  const act = useAct<object, RemedyAnswer>('remedies.reply', { refresh: ['remedies'] })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.send({ caseId: remedy.caseId, answers }, remedy.version)
  }
  return (
    <Card title={t.writeReply}>
      <form onSubmit={submit}>
        <FormView fields={readFields(remedy.form)} answers={answers} onChange={setAnswers} />
        <ProblemAlert error={act.error} />
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {t.send}
        </Button>
      </form>
    </Card>
  )
}

function CloseForm({ remedy }: { remedy: OpenedRemedy }) {
  const t = useTexts(texts)
  const [evidence, setEvidence] = useState('')
  const act = useAct<object, RemedyAnswer>('remedies.close', { refresh: ['remedies'] })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.send({ caseId: remedy.caseId, evidence }, remedy.version)
  }
  return (
    <Card title={t.close}>
      <form onSubmit={submit}>
        <Field id="evidence" label={t.evidence} required>
          <Input.TextArea
            id="evidence"
            autoSize={{ minRows: 2 }}
            maxLength={1000}
            value={evidence}
            onChange={(event) => setEvidence(event.target.value)}
          />
        </Field>
        <ProblemAlert error={act.error} />
        <Button type="primary" htmlType="submit" loading={act.isPending} disabled={evidence.trim().length < 5}>
          {t.close}
        </Button>
      </form>
    </Card>
  )
}
