import { Button } from 'antd'
import type { z } from 'zod'
import type { revealInput, revealOutput } from '#modules/people/contract.ts'
import { useAct } from '#ui/api.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../texts.ts'
import type { Purpose } from './purpose.ts'

type Revealed = z.infer<typeof revealOutput>
type RevealInput = z.infer<typeof revealInput>

/** Lifts the mask of one field for the purpose that the record was opened for; what it says lives as long as the drawer. */
export function useReveal(personId: string, field: RevealInput['fields'][number], purpose: Purpose) {
  const act = useAct<RevealInput, Revealed>('people.reveal', { refresh: [] })
  return { ...act, now: () => act.send({ personId, fields: [field], purpose }) }
}

export function RevealButton({ reveal, label }: { reveal: ReturnType<typeof useReveal>; label: string }) {
  const t = useTexts(texts)
  return (
    <Button size="small" type="link" loading={reveal.isPending} onClick={reveal.now} title={t.revealHint}>
      {label}
    </Button>
  )
}
