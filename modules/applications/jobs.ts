import type { AnyJob, Subscription } from '#kernel/jobs/door.ts'
import { clockColours } from './reminders/clock-colours-sweep.ts'
import { periodReminders } from './reminders/period-reminders-sweep.ts'
import { tellRelated } from './reminders/related-reminder.ts'
import { staleSteps } from './reminders/stale-steps-sweep.ts'
import { tellExtended, tellState, tellStepDone } from './reminders/tell-applicant.ts'
import { tellSupervised, tellUrged } from './reminders/tell-holders.ts'

/** 三提醒: what happens to an application without anybody asking for it. */
export const jobs: readonly AnyJob[] = [clockColours, staleSteps, periodReminders]
export const subscriptions: readonly Subscription[] = [
  tellState,
  tellStepDone,
  tellExtended,
  tellUrged,
  tellSupervised,
  tellRelated,
]
