import { allowancePlans } from './allowance-plans.ts'
import { elderCardPlans } from './elder-card-plans.ts'
import type { Plan } from './moves.ts'

/** The demo's stories: every state, some late, some without news, some refused, some praised and some not. */
export const plans: readonly Plan[] = [...elderCardPlans, ...allowancePlans]
