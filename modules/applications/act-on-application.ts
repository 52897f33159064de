import { actionsOn } from '#kernel/cases/door.ts'
import { applicationType } from './application.ts'
import { answerOf, loadApplication, updateApplication } from './application-queries.ts'
import { caseAnswer } from './contract.ts'
import { policies } from './policies.ts'

/** An action on one application, as every action on a case is made. */
export const actOnApplication = actionsOn({
  type: applicationType,
  output: caseAnswer,
  load: loadApplication,
  policies,
  update: updateApplication,
  answerOf,
})
