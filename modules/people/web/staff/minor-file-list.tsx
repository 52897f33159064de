import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { MinorFileRow } from '#modules/people/contract.ts'
import { useRead } from '#ui/api.tsx'
import { Chip, type ChipTone } from '#ui/chip.tsx'
import { wallTime } from '#ui/day-number.ts'
import { useTexts } from '#ui/language.tsx'
import { Card } from '#ui/page.tsx'
import { Read } from '#ui/state-views.tsx'
import { texts } from '../texts.ts'
import { MinorFileDecision } from './minor-file-decision.tsx'
import './record.css'

const tones: Record<MinorFileRow['state'], ChipTone> = {
  waiting: 'wait',
  granted: 'good',
  refused: 'bad',
  ended: 'plain',
}

/** Requests that one made, or that one decides on; each says whose file, who asks and why. */
export function MinorFileList(props: { empty: ReactNode; onOpenPerson?: (personId: string) => void }) {
  const list = useRead<{ files: MinorFileRow[] }>('people.minorFiles', {}, { personal: true })
  return (
    <Read of={list} isEmpty={(data) => data.files.length === 0} empty={props.empty}>
      {(data) =>
        data.files.map((file) => <MinorFile key={file.fileId} file={file} onOpenPerson={props.onOpenPerson} />)
      }
    </Read>
  )
}

function MinorFile({ file, onOpenPerson }: { file: MinorFileRow; onOpenPerson?: (personId: string) => void }) {
  const t = useTexts(texts)
  const opens = onOpenPerson && file.own && file.state === 'granted'
  const name = opens ? (
    <Button type="link" onClick={() => onOpenPerson(file.personId)}>
      {file.name}
    </Button>
  ) : (
    file.name
  )
  return (
    <Card
      title={
        <>
          {name} {file.age === null ? null : <span className="muted">{t.age(file.age)}</span>}
        </>
      }
      extra={<Chip tone={tones[file.state]}>{t[file.state]}</Chip>}
    >
      <div className="minor-file">
        <dl className="record-facts">
          <dt>{t.reason}</dt>
          <dd>{file.reason}</dd>
          <dt>{t.askedBy}</dt>
          <dd>{file.askedByPost ?? '—'}</dd>
          <dt>{t.askedAt}</dt>
          <dd className="num">{wallTime(file.askedAt)}</dd>
        </dl>
        {file.openUntil ? <p className="muted">{t.until(wallTime(file.openUntil))}</p> : null}
        {file.state === 'waiting' && !file.own ? <MinorFileDecision fileId={file.fileId} /> : null}
      </div>
    </Card>
  )
}
