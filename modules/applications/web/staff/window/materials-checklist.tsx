import { Button, Radio } from 'antd'
import type { z } from 'zod'
import type { materialState } from '#modules/applications/contract.ts'
import { Chip } from '#ui/chip.tsx'
import { KeyCap } from '#ui/key-cap.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../texts.ts'

export type MaterialState = z.infer<typeof materialState>
export type Materials = Record<string, MaterialState>
type Material = { key: string; name: string; form?: string; needed: boolean; state: MaterialState }

export function MaterialsChecklist(props: {
  materials: Material[]
  states: Materials
  onChange: (states: Materials) => void
  onAllReceived?: () => void
}) {
  const t = useTexts(texts)
  const { materials, states, onChange } = props
  const words: Record<MaterialState, string> = {
    received: t.materialReceived,
    verifiedFromBase: t.materialFromBase,
    follows: t.materialFollows,
    missing: t.materialMissing,
  }
  // What the base has verified needs no paper; only an item that allows it lets a material follow later.
  const choices = (one: Material): MaterialState[] => {
    if (one.state === 'verifiedFromBase') return ['verifiedFromBase', 'received']
    return one.form === 'mayFollow' || !one.needed ? ['received', 'follows', 'missing'] : ['received', 'missing']
  }
  return (
    <div data-materials>
      {props.onAllReceived ? (
        <Button onClick={props.onAllReceived} className="gap-below">
          {t.allReceived} <KeyCap>Alt+M</KeyCap>
        </Button>
      ) : null}
      <ul className="materials">
        {materials.map((one) => (
          <li key={one.key}>
            <span id={`material-${one.key}`}>
              {one.name} {one.needed ? <Chip tone="wait">{t.materialNeeded}</Chip> : null}
            </span>
            <Radio.Group
              aria-labelledby={`material-${one.key}`}
              name={`material-${one.key}`}
              size="small"
              optionType="button"
              value={states[one.key]}
              options={choices(one).map((state) => ({ value: state, label: words[state] }))}
              onChange={(event) => onChange({ ...states, [one.key]: event.target.value })}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
