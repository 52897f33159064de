import { Input, Segmented } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { figuresOutput } from '#modules/applications/contract.ts'
import { useRead } from '#ui/api.tsx'
import { BarList, type BarRow } from '#ui/bar-list.tsx'
import { ChartWithTable } from '#ui/chart-with-table.tsx'
import { useTexts } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { EmptyState, Read } from '#ui/state-views.tsx'
import { useToday } from '#ui/today.ts'
import { TrendLine } from '#ui/trend-line.tsx'
import { texts } from '../../texts.ts'
import './figures.css'
import { type Period, type PeriodName, periodOf } from './period.ts'

type Figures = z.infer<typeof figuresOutput>
type Group = Figures['groups'][number]
export type Drill = { itemKey?: string; committeeId?: string }

/** 街道总览: a few numbers, each of them the door to its cases. */
export function FiguresScreen({ onDrill }: { onDrill: (drill: Drill) => void }) {
  const t = useTexts(texts)
  const today = useToday()
  const [name, setName] = useState<PeriodName>('last90')
  const [own, setOwn] = useState<Period | null>(null)
  const period = own ?? periodOf(name, today)
  const names: Record<PeriodName, string> = { thisMonth: t.thisMonth, last90: t.last90, thisYear: t.thisYear }
  const ask = (by: 'item' | 'committee' | 'month') => ({ ...period, by })
  const byItem = useRead<Figures>('applications.figures', ask('item'), { keep: true })
  const byCommittee = useRead<Figures>('applications.figures', ask('committee'), { keep: true })
  const byMonth = useRead<Figures>('applications.figures', ask('month'), { keep: true })
  return (
    <Page title={t.figuresTitle} note={t.figuresNote}>
      <fieldset className="figures-period" aria-label={t.period}>
        <Segmented<PeriodName>
          value={name}
          onChange={(next) => {
            setName(next)
            setOwn(null)
          }}
          options={(Object.keys(names) as PeriodName[]).map((value) => ({ value, label: names[value] }))}
        />
        <Input
          type="date"
          aria-label={t.from}
          value={period.from}
          onChange={(event) => event.target.value && setOwn({ ...period, from: event.target.value })}
        />
        <Input
          type="date"
          aria-label={t.until}
          value={period.until}
          onChange={(event) => event.target.value && setOwn({ ...period, until: event.target.value })}
        />
      </fieldset>
      <Read of={byItem}>
        {(data) =>
          data.total.opened === 0 ? (
            <EmptyState title={t.noFigures} />
          ) : (
            <>
              <Totals total={data.total} />
              <div className="figures-grid">
                <VolumeChart title={t.byItem} groups={data.groups} onOpen={(row) => onDrill({ itemKey: row.key })} />
                <OnTimeChart groups={data.groups} onOpen={(row) => onDrill({ itemKey: row.key })} />
                <Read of={byCommittee}>
                  {(found) => (
                    <VolumeChart
                      title={t.byCommittee}
                      groups={found.groups}
                      onOpen={(row) => onDrill({ committeeId: row.key })}
                    />
                  )}
                </Read>
                <Read of={byMonth}>{(found) => <MonthChart groups={found.groups} />}</Read>
              </div>
            </>
          )
        }
      </Read>
    </Page>
  )
}

const share = (part: number, whole: number) => (whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`)

function Totals({ total }: { total: Figures['total'] }) {
  const t = useTexts(texts)
  const finished = total.onTime + total.late
  const cells = [
    { label: t.opened, value: String(total.opened) },
    { label: t.concludedCount, value: String(total.concluded) },
    { label: t.running, value: String(total.running) },
    { label: t.lateCount, value: String(total.late) },
    { label: t.onTime, value: share(total.onTime, finished), note: t.onTimeOf(total.onTime, finished) },
    {
      label: t.ratingAverage,
      value: total.starsAverage?.toFixed(1) ?? t.noneYet,
      note: `${t.ratedCount(total.rated)} · ${t.satisfiedShare(total.satisfied)}`,
    },
  ]
  return (
    <dl className="figures-totals">
      {cells.map((cell) => (
        <div key={cell.label}>
          <dt>{cell.label}</dt>
          <dd className="num">{cell.value}</dd>
          {cell.note ? <dd className="figures-note">{cell.note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}

type GroupChart = { groups: Group[]; onOpen?: (row: BarRow) => void }

function VolumeChart({ title, groups, onOpen }: GroupChart & { title: string }) {
  const t = useTexts(texts)
  return (
    <ChartWithTable
      title={`${title} · ${t.volumesOf}`}
      chart={<BarList rows={groups.map(({ key, label, opened }) => ({ key, label, value: opened }))} onOpen={onOpen} />}
      head={[t.group, t.opened, t.concludedCount, t.running, t.lateCount]}
      rows={groups.map((one) => [one.label, one.opened, one.concluded, one.running, one.late])}
    />
  )
}

function OnTimeChart({ groups, onOpen }: GroupChart) {
  const t = useTexts(texts)
  const rows = groups.map((one): BarRow => {
    const finished = one.onTime + one.late
    const part = finished === 0 ? 0 : one.onTime / finished
    return {
      key: one.key,
      label: one.label,
      value: part * 100,
      words: finished === 0 ? '—' : `${share(one.onTime, finished)}（${one.onTime}/${finished}）`,
      tone: part >= 0.9 ? 'green' : part >= 0.7 ? 'yellow' : 'red',
    }
  })
  return (
    <ChartWithTable
      title={t.onTimeTitle}
      chart={<BarList rows={rows} max={100} onOpen={onOpen} />}
      head={[t.group, t.onTime, t.lateCount, t.ratingAverage]}
      rows={groups.map((one) => [one.label, one.onTime, one.late, one.starsAverage?.toFixed(1) ?? '—'])}
    />
  )
}

function MonthChart({ groups }: { groups: Group[] }) {
  const t = useTexts(texts)
  const months = [...groups].sort((a, b) => (a.key < b.key ? -1 : 1))
  return (
    <ChartWithTable
      title={t.byMonth}
      chart={
        <TrendLine
          name={t.byMonth}
          labels={months.map((one) => one.key)}
          series={[
            { key: 'opened', label: t.opened, values: months.map((one) => one.opened), tone: 'primary' },
            { key: 'concluded', label: t.concludedCount, values: months.map((one) => one.concluded), tone: 'accent' },
          ]}
        />
      }
      head={[t.month, t.opened, t.concludedCount]}
      rows={months.map((one) => [one.key, one.opened, one.concluded])}
    />
  )
}
