import type { ApplicationState } from '#modules/applications/contract.ts'
import { Chip, type ChipTone } from '#ui/chip.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../texts.ts'

export const stateText: Record<ApplicationState, keyof (typeof texts)['zh-CN']> = {
  submitted: 'submitted',
  awaitingCorrection: 'awaitingCorrection',
  accepted: 'stateAccepted',
  decided: 'decided',
  concluded: 'concluded',
  declined: 'declined',
  withdrawn: 'withdrawn',
}

const tone: Record<ApplicationState, ChipTone> = {
  submitted: 'primary',
  awaitingCorrection: 'wait',
  accepted: 'primary',
  decided: 'good',
  concluded: 'good',
  declined: 'bad',
  withdrawn: 'plain',
}

export function StateChip({ state, words }: { state: ApplicationState; words?: string }) {
  const t = useTexts(texts)
  return <Chip tone={tone[state]}>{words ?? (t[stateText[state]] as string)}</Chip>
}
