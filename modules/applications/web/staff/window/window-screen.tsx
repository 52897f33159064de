import { Button } from 'antd'
import { useState } from 'react'
import type { CaseAnswer } from '#modules/applications/contract.ts'
import { KeyCap } from '#ui/key-cap.tsx'
import { useKeys } from '#ui/keys.ts'
import { useTexts } from '#ui/language.tsx'
import { Card, Page } from '#ui/page.tsx'
import { texts } from '../../texts.ts'
import { Acceptance } from './acceptance.tsx'
import type { Chosen } from './found-person.ts'
import { ItemChoice } from './item-choice.tsx'
import { PersonLine, PersonSearch } from './person-search.tsx'
import type { Prepared } from './prepared.ts'
import { Receipt } from './receipt.tsx'

type Done = { answer: CaseAnswer; prepared: Prepared }

/** Find, choose, accept, hand over the receipt: four moments on one page, each with its next step in focus. */
export function WindowScreen({
  onOpenCase,
  onOpenPerson,
}: {
  onOpenCase: (caseId: string) => void
  onOpenPerson?: (personId: string) => void
}) {
  const t = useTexts(texts)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [itemKey, setItemKey] = useState<string | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const next = () => {
    setChosen(null)
    setItemKey(null)
    setDone(null)
  }
  useKeys([{ keys: 'n', label: t.keyNextPerson, run: next, enabled: chosen !== null }])

  const leave = chosen ? (
    <Button onClick={next}>
      {done ? t.nextPerson : t.changePerson} <KeyCap>n</KeyCap>
    </Button>
  ) : null
  return (
    <Page title={t.windowTitle} action={leave} wide={false}>
      {chosen === null ? (
        <Card>
          <PersonSearch onChoose={setChosen} />
        </Card>
      ) : (
        <Card>
          {chosen.by === 'person' ? <PersonLine person={chosen.person} /> : <CityWideLine idNumber={chosen.idNumber} />}
          {chosen.by === 'person' && onOpenPerson ? (
            <Button type="link" onClick={() => onOpenPerson(chosen.person.id)}>
              {t.openRecord}
            </Button>
          ) : null}
        </Card>
      )}
      {chosen && !itemKey ? (
        <Card title={t.chooseItem}>
          <ItemChoice chosen={chosen} onChoose={setItemKey} />
        </Card>
      ) : null}
      {chosen && itemKey && !done ? (
        <Acceptance
          key={itemKey}
          chosen={chosen}
          itemKey={itemKey}
          onChangeItem={() => setItemKey(null)}
          onOpenCase={onOpenCase}
          onAccepted={(answer, prepared) => setDone({ answer, prepared })}
        />
      ) : null}
      {done ? (
        <Receipt
          answer={done.answer}
          prepared={done.prepared}
          onOpenCase={() => onOpenCase(done.answer.caseId)}
          onRelated={(key) => {
            setDone(null)
            setItemKey(key)
          }}
        />
      ) : null}
    </Page>
  )
}

function CityWideLine({ idNumber }: { idNumber: string }) {
  const t = useTexts(texts)
  return (
    <span className="person">
      <strong className="num">{`${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`}</strong>
      <span className="muted">{t.cityWideNotice}</span>
    </span>
  )
}
