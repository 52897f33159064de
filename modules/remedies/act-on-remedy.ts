import { actionsOn } from '#kernel/cases/door.ts'
import { remedyAnswer } from './contract.ts'
import { policies } from './policies.ts'
import { remedyType } from './remedy.ts'
import { answerOf, loadRemedy, saveReply } from './remedy-queries.ts'

/** An action on one remedy, as every action on a case is made. */
export const actOnRemedy = actionsOn({
  type: remedyType,
  output: remedyAnswer,
  load: loadRemedy,
  policies,
  update: saveReply,
  answerOf,
})
