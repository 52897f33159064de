import type { Effect, LoadedCase, Projection, StepRow } from '#kernel/cases/door.ts'
import type { ItemBody, ItemStep } from '#modules/service-items/contract.ts'
import { newId } from '#platform/ids.ts'
import { acceptanceLimitDays, acceptanceStep, conclusionLimitDays, conclusionStep } from './application.ts'

/** Areas in which the posts of one case's steps lie. */
export interface CaseAreas {
  subdistrictId: string
  committeeId: string | null
  districtId: string
}

/** The name under which a step's holders are found: a post at the committee, the street or the district. */
export function holderKeyOf(step: ItemStep, areas: CaseAreas): string {
  const area =
    step.holder.at === 'district'
      ? areas.districtId
      : step.holder.at === 'committee'
        ? areas.committeeId
        : areas.subdistrictId
  // Nobody's committee (somebody without a dwelling here): the street's supervisor decides who goes.
  if (area === null) return `post:supervisor@${areas.subdistrictId}`
  return `post:${step.holder.post}@${area}`
}

export function openAcceptance(subdistrictId: string): Effect {
  return {
    kind: 'stepOpened',
    stepId: newId(),
    key: acceptanceStep,
    stepKind: 'internal',
    group: null,
    holderKey: `post:windowClerk@${subdistrictId}`,
    limitDays: acceptanceLimitDays,
    foreignSystem: null,
    staleAfterDays: null,
  }
}

/** Opens all steps of a stage; steps of one stage run jointly (联合). */
export function openStage(item: ItemBody, stage: number, areas: CaseAreas): Effect[] {
  const steps = item.steps.filter((step) => step.stage === stage)
  return steps.map((step) => ({
    kind: 'stepOpened',
    stepId: newId(),
    key: step.key,
    stepKind: step.kind,
    group: steps.length > 1 ? `stage-${stage}` : null,
    holderKey: holderKeyOf(step, areas),
    limitDays: step.limitDays,
    foreignSystem: step.kind === 'external' ? (step.system ?? step.name['zh-CN']) : null,
    staleAfterDays: step.staleAfterDays ?? null,
  }))
}

export const stagesOf = (item: ItemBody): number[] =>
  [...new Set(item.steps.map((step) => step.stage))].sort((a, b) => a - b)

/**
 * What follows when a step ends: a refusal ends the matter at once; else the next stage opens when all of this one are
 * done, and after the last stage the matter is decided.
 */
export function afterStep(
  item: ItemBody,
  p: Projection,
  done: StepRow,
  outcome: 'approved' | 'refused',
  areas: CaseAreas,
  today: string,
): Effect[] {
  const othersOpen = p.steps.filter((step) => step.state === 'open' && step.id !== done.id)
  if (outcome === 'refused') {
    return [
      ...othersOpen.map((step): Effect => ({ kind: 'stepCancelled', stepId: step.id })),
      ...decided('refused', areas, today),
    ]
  }
  if (othersOpen.length > 0) return []
  const stage = item.steps.find((step) => step.key === done.key)?.stage ?? 0
  const next = stagesOf(item).find((other) => other > stage)
  return next === undefined ? decided('approved', areas, today) : openStage(item, next, areas)
}

function decided(outcome: 'approved' | 'refused', areas: CaseAreas, today: string): Effect[] {
  return [
    { kind: 'state', to: 'decided', outcome },
    { kind: 'clocksStopped', on: today },
    {
      kind: 'stepOpened',
      stepId: newId(),
      key: conclusionStep,
      stepKind: 'internal',
      group: null,
      holderKey: `post:windowClerk@${areas.subdistrictId}`,
      limitDays: conclusionLimitDays,
      foreignSystem: null,
      staleAfterDays: null,
    },
  ]
}

/** The promised and the statutory limit run from the day of acceptance. */
export function startClocks(item: ItemBody, today: string): Effect[] {
  const start = (clockKind: 'promisedLimit' | 'statutoryLimit', limitDays: number): Effect => ({
    kind: 'clockStarted',
    clockId: newId(),
    stepId: null,
    clockKind,
    startedOn: today,
    limitDays,
  })
  return [
    start('promisedLimit', item.promisedLimit.days),
    ...(item.statutoryLimit ? [start('statutoryLimit', item.statutoryLimit.days)] : []),
  ]
}

/** Ends whatever is open: on withdrawal and when acceptance is declined. */
export function endAll(subject: LoadedCase, today: string): Effect[] {
  return [
    ...subject.projection.steps
      .filter((step) => step.state === 'open')
      .map((step): Effect => ({ kind: 'stepCancelled', stepId: step.id })),
    { kind: 'clocksStopped', on: today },
  ]
}
