import { actOnApplication } from './act-on-application.ts'
import { rateInput } from './contract.ts'

/** 好差评: once, by the applicant; a bad rating opens a remedy case in a module of its own. */
export const rateApplication = actOnApplication({
  name: 'rate',
  summary: '评价办理结果',
  callers: ['resident'],
  input: rateInput,
  act(ctx, subject, input) {
    ctx.emit({ name: 'applications.rated@1', caseId: subject.case.id, ids: { stars: input.stars } })
    return { effects: [{ kind: 'rated', stars: input.stars }], detail: { stars: input.stars }, note: input.words }
  },
})
