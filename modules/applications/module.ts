import { defineModule } from '#kernel/access/door.ts'
import { acceptApplication } from './accept-application.ts'
import { acceptAtWindow } from './accept-at-window.ts'
import { claimStep } from './claim-step.ts'
import { concludeApplication } from './conclude-application.ts'
import { decideStep } from './decide-step.ts'
import { declineApplication } from './decline-application.ts'
import { extendLimit } from './extend-limit.ts'
import { externalSteps } from './external-steps.ts'
import { figures } from './figures.ts'
import { inbox, mine } from './inbox.ts'
import { jobs, subscriptions } from './jobs.ts'
import { openApplication } from './open-application.ts'
import { prepareApplication } from './prepare-application.ts'
import { rateApplication } from './rate-application.ts'
import { receiveCorrection } from './receive-correction.ts'
import { recordExternal } from './record-external.ts'
import { releaseStep } from './release-step.ts'
import { requestCorrection } from './request-correction.ts'
import { submitApplication } from './submit-application.ts'
import { suggestItems } from './suggest-items.ts'
import { superviseApplication } from './supervise-application.ts'
import { texts } from './texts.ts'
import { urgeApplication } from './urge-application.ts'
import { withdrawApplication } from './withdraw-application.ts'

/** 办件: from the phone or the window through internal and external steps to a result and a rating. */
export const applications = defineModule({
  name: 'applications',
  operations: [
    submitApplication,
    prepareApplication,
    suggestItems,
    acceptAtWindow,
    acceptApplication,
    declineApplication,
    requestCorrection,
    receiveCorrection,
    claimStep,
    releaseStep,
    decideStep,
    recordExternal,
    concludeApplication,
    withdrawApplication,
    extendLimit,
    urgeApplication,
    superviseApplication,
    rateApplication,
    inbox,
    mine,
    openApplication,
    externalSteps,
    figures,
  ],
  jobs,
  subscriptions,
  texts,
})
