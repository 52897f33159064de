import { actOnApplication } from './act-on-application.ts'
import { urgeInput } from './contract.ts'

/** 催办: the applicant asks for progress; whoever has the open step is told. */
export const urgeApplication = actOnApplication({
  name: 'urge',
  summary: '催办',
  callers: ['resident'],
  input: urgeInput,
  act(ctx, subject, input) {
    ctx.emit({ name: 'applications.urged@1', caseId: subject.case.id })
    return { effects: [], note: input.note }
  },
})
