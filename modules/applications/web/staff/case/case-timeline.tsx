import type { OpenedApplication } from '#modules/applications/contract.ts'
import { useTexts } from '#ui/language.tsx'
import { Card } from '#ui/page.tsx'
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx'
import { texts } from '../../texts.ts'

const good = ['accept', 'acceptAtWindow', 'conclude', 'receiveCorrection', 'rate']
const bad = ['decline', 'supervise', 'urge', 'tellColour', 'tellStale']
const wait = ['requestCorrection', 'extend']

export function CaseTimeline({ data }: { data: OpenedApplication }) {
  const t = useTexts(texts)
  const entries = data.timeline.map((entry): TimelineEntry => {
    const verb = entry.operation.split('.').at(-1) ?? ''
    const tone = good.includes(verb) ? 'good' : bad.includes(verb) ? 'bad' : wait.includes(verb) ? 'wait' : 'plain'
    return { id: String(entry.seq), at: entry.at, title: entry.what, by: entry.by, detail: entry.note, tone }
  })
  return (
    <Card title={t.timeline}>
      <Timeline entries={entries} label={t.timeline} />
    </Card>
  )
}
