import { Drawer } from 'antd'
import { useState } from 'react'
import { useKeys } from '#ui/keys.ts'
import { useTexts } from '#ui/language.tsx'
import { useNarrow } from '#ui/media.ts'
import { texts } from '../texts.ts'
import { PersonRecord } from './person-record.tsx'

export type RecordDrawerProps = {
  /** Null: nobody's record is asked for. */
  personId: string | null
  /** The case at hand is the purpose, and no reason has to be typed. */
  caseId?: string
  onClose: () => void
  onOpenCase: (caseId: string) => void
}

/** Somebody's record beside what one was doing. Whoever is opened from it is opened with a purpose of his own. */
export function PersonRecordDrawer(props: RecordDrawerProps) {
  const t = useTexts(texts)
  const narrow = useNarrow()
  return (
    <Drawer
      open={props.personId !== null}
      onClose={props.onClose}
      size={narrow ? '100%' : 640}
      title={t.record}
      closable={{ placement: 'end', 'aria-label': t.close }}
      keyboard={false}
      destroyOnHidden
    >
      {props.personId ? <Within key={props.personId} {...props} personId={props.personId} /> : null}
    </Drawer>
  )
}

function Within({ personId, caseId, onClose, onOpenCase }: RecordDrawerProps & { personId: string }) {
  const t = useTexts(texts)
  const [relativeId, setRelativeId] = useState<string | null>(null)
  useKeys([{ keys: 'Escape', label: t.close, run: onClose }], true)
  return (
    <PersonRecord
      key={relativeId ?? personId}
      personId={relativeId ?? personId}
      caseId={relativeId ? undefined : caseId}
      onOpenPerson={setRelativeId}
      onOpenCase={onOpenCase}
    />
  )
}
