import { actOnRemedy } from './act-on-remedy.ts'
import { acceptInput } from './contract.ts'

/** 认可: the resident says that the matter is settled. */
export const acceptReply = actOnRemedy({
  name: 'accept',
  summary: '认可整改回复',
  callers: ['resident'],
  input: acceptInput,
  act: (ctx) => ({
    effects: [
      { kind: 'clocksStopped', on: ctx.today },
      { kind: 'state', to: 'closed', outcome: 'accepted', closed: true },
    ],
  }),
})
