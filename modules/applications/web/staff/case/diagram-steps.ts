import type { OpenedApplication } from '#modules/applications/contract.ts'
import type { DiagramStep } from '#ui/step-diagram.tsx'

interface Words {
  stepWaiting: string
  stepOpen: string
  stepDone: string
  stepCancelled: string
  stepApproved: string
  stepRefused: string
  stepStale: string
}

/** The route of a case as a picture: who has each step, and how each ended. */
export function diagramSteps(opened: OpenedApplication, t: Words): DiagramStep[] {
  return opened.steps.map((step) => {
    const state = stateOf(step)
    const words = {
      waiting: t.stepWaiting,
      open: step.foreignStatus ?? t.stepOpen,
      done: step.outcome === 'approved' ? t.stepApproved : t.stepDone,
      refused: t.stepRefused,
      stale: t.stepStale,
      skipped: t.stepCancelled,
    }[state]
    return {
      id: step.id ?? step.key,
      label: step.name,
      note: step.system ?? step.holder,
      kind: step.kind,
      state,
      stateWords: words,
      stage: step.stage,
    }
  })
}

function stateOf(step: OpenedApplication['steps'][number]): DiagramStep['state'] {
  if (step.state === 'cancelled') return 'skipped'
  if (step.state === 'done') return step.outcome === 'refused' ? 'refused' : 'done'
  return step.stale ? 'stale' : step.state
}
