import type { ApplyStart, Draft } from '../application-api.ts'

export type StepName = 'who' | 'identity' | `form-${number}` | 'check'

/** The pages of one application in order: what is already known is not asked. */
export function stepsOf(start: ApplyStart, draft: Draft): StepName[] {
  const steps: StepName[] = []
  if (start.choices.length > 1) steps.push('who')
  if (asksIdentity(start, draft)) steps.push('identity')
  start.pages.forEach((page, at) => {
    if (page.fields.length > 0) steps.push(`form-${at}`)
  })
  return [...steps, 'check']
}

export function asksIdentity(start: ApplyStart, draft: Draft): boolean {
  return start.self === null || (draft.as !== undefined && draft.as !== 'self')
}

/** The first page that still lacks something; the check page when nothing does. */
export function firstOpenStep(start: ApplyStart, draft: Draft): StepName {
  return stepsOf(start, draft).find((step) => !isDone(step, start, draft)) ?? 'check'
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
      return ownKnown
    case 'organisation':
      return ownKnown && draft.organisationId !== undefined
    case 'guardian':
      return ownKnown && (draft.wardId !== undefined || draft.principal !== undefined)
    case 'agent':
      return ownKnown && draft.principal !== undefined
  }
}

export function nextStep(step: StepName, start: ApplyStart, draft: Draft): StepName {
  const steps = stepsOf(start, draft)
  return steps[steps.indexOf(step) + 1] ?? firstOpenStep(start, draft)
}
