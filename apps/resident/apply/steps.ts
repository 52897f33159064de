import type { ApplyStart, Draft } from '../application-api.ts'
import { askedPages } from './form-pages.ts'

export type StepName = 'who' | 'identity' | `form-${number}` | 'check'

/** The pages of one application in order: what is already known is not asked. */
export function stepsOf(start: ApplyStart, draft: Draft, today: string): StepName[] {
  const steps: StepName[] = []
  if (start.choices.length > 1) steps.push('who')
  if (asksIdentity(start, draft)) steps.push('identity')
  for (const at of askedPages(start.form, draft.answers, today)) steps.push(`form-${at}`)
  return [...steps, 'check']
}

export function asksIdentity(start: ApplyStart, draft: Draft): boolean {
  return start.self === null || start.persons.length > 1 || (draft.as !== undefined && draft.as !== 'self')
}

/** The first page that still lacks something; the check page when nothing does. */
export function firstOpenStep(start: ApplyStart, draft: Draft, today: string): StepName {
  return stepsOf(start, draft, today).find((step) => !isDone(step, start, draft)) ?? 'check'
}

export function isDone(step: StepName, start: ApplyStart, draft: Draft): boolean {
  if (step === 'who') return draft.as !== undefined
  if (step === 'identity') return identityDone(start, draft)
  if (step === 'check') return false
  return draft.seen.includes(Number(step.slice('form-'.length)))
}

function identityDone(start: ApplyStart, draft: Draft): boolean {
  const ownKnown = start.self !== null || draft.own !== undefined
  switch (draft.as ?? 'self') {
    case 'self':
      return ownKnown && (start.persons.length <= 1 || draft.personId !== undefined)
    case 'organisation':
      return ownKnown && draft.organisation !== undefined
    case 'guardian':
      return ownKnown && (draft.wardId !== undefined || draft.principal !== undefined)
    case 'agent':
      return ownKnown && draft.principal !== undefined
  }
}

export function nextStep(step: StepName, start: ApplyStart, draft: Draft, today: string): StepName {
  const steps = stepsOf(start, draft, today)
  return steps[steps.indexOf(step) + 1] ?? firstOpenStep(start, draft, today)
}
