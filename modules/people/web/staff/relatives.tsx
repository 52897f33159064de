import { Button } from 'antd'
import type { OpenedPerson } from '#modules/people/contract.ts'
import { useTexts } from '#ui/language.tsx'
import { Card } from '#ui/page.tsx'
import { texts } from '../texts.ts'

/** Names beside a record; each opens with a purpose of its own. */
export function Relatives(props: {
  title: string
  relatives: OpenedPerson['household']
  /** `as` is the basis of a guardianship, else the relation to the head of the household. */
  guardianship?: boolean
  onOpen: (personId: string) => void
}) {
  const t = useTexts(texts)
  if (props.relatives.length === 0) return null
  const basis = (as: string) => (props.guardianship && as === 'parent' ? t.parentBasis : (t[as as 'head'] ?? as))
  return (
    <Card title={props.title}>
      <ul className="record-list">
        {props.relatives.map((one) => (
          <li key={one.personId}>
            <Button type="link" onClick={() => props.onOpen(one.personId)}>
              {one.name}
            </Button>
            <span className="muted">
              {[basis(one.as), one.age === null ? null : t.age(one.age)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
